using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed")]
    public static partial void ImportFailed(this ILogger logger, long import, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A count over all leads failed")]
    public static partial void CountFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "An import could not be taken back")]
    public static partial void UndoFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The change {Act} of leads stopped")]
    public static partial void ActFailed(this ILogger logger, long act, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes of leads could not go on")]
    public static partial void ActsFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Leads could not follow a change of their fields")]
    public static partial void FieldsFailed(this ILogger logger, Exception failure);
}
