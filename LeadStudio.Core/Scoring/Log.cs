using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Scoring;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Leads could not be scored; they stay in the queue")]
    public static partial void ScoringFailed(this ILogger logger, Exception failure);
}
