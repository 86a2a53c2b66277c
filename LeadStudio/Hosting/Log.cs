namespace LeadStudio.Hosting;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Leads} demo leads")]
    public static partial void DemoLoaded(this ILogger logger, int leads);

    [LoggerMessage(Level = LogLevel.Information, Message = "A backup waits to be restored: starting again with it")]
    public static partial void RestartingToRestore(this ILogger logger);
}
