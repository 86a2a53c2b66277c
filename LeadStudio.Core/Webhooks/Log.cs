using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Webhooks;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be told; what waits is tried again")]
    public static partial void WebhooksFailed(this ILogger logger, Exception failure);
}
