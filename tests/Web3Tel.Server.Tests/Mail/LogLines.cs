using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Web3Tel.Server.Tests.Mail;

/// <summary>Keeps what is logged.</summary>
sealed class LogLines : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public string All => string.Join('\n', Lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}
