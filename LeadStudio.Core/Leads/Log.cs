using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Leads;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed")]
    public static partial void ImportFailed(this ILogger logger, long import, Exception failure);
}
