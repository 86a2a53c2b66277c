namespace LeadStudio.Hosting;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Leads} demo leads")]
    public static partial void DemoLoaded(this ILogger logger, int leads);
}
