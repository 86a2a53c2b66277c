namespace LeadStudio.Hosting;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Leads} demo leads")]
    public static partial void DemoLoaded(this ILogger logger, int leads);

    [LoggerMessage(Level = LogLevel.Information, Message = "A backup waits to be restored: starting again with it")]
    public static partial void RestartingToRestore(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There are no users yet. Open {Address} to make the first administrator")]
    public static partial void SetUpNeeded(this ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in by the other system failed")]
    public static partial void SingleSignOnFailed(this ILogger logger, Exception? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo mode: everybody who can open the sign-in page may sign in as an administrator")]
    public static partial void DemoAccountsOpen(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Changes of scores could not be read for the live feed; they are read again")]
    public static partial void FeedFailed(this ILogger logger, Exception failure);
}
