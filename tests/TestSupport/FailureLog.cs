using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadStudio.TestSupport;

/// <summary>Keeps what an application logs as an error or worse.</summary>
public sealed class FailureLog : ILoggerProvider, ILogger
{
    /// <summary>Gets the messages with their exceptions, oldest first.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Texts.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
