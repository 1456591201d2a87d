using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Agenda.Api.Tests.Databases;

/// <summary>Keeps what the service logs as an error, so that a test can say why an answer is a 500.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> failures = new();

    public string TakeAll()
    {
        var all = string.Join('\n', failures);
        failures.Clear();
        return all;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            failures.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose()
    {
    }
}
