using Microsoft.Extensions.Logging;

namespace LeadStudio.Core.Messaging;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A listener to {News} failed")]
    public static partial void ListenerFailed(this ILogger logger, string news, Exception failure);
}
