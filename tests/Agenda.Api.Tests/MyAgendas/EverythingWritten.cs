using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agenda.Api.Tests.MyAgendas;

/// <summary>Keeps all that the service could write down somewhere: every log at every level with its scopes, every trace, every event of the server.</summary>
internal sealed class EverythingWritten : ILoggerProvider, ISupportExternalScope, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> written = new();
    private readonly ActivityListener activities;
    private readonly Events events;
    private readonly IDisposable listening;
    private IExternalScopeProvider? scopes;

    public EverythingWritten()
    {
        activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(activities);
        events = new Events(this);
        listening = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public IReadOnlyCollection<string> Written => written;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void OnNext(DiagnosticListener value) => value.Subscribe(this);

    // What listeners of the server are handed: mostly the request itself.
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is HttpContext http)
            Add($"diagnostic {value.Key} {http.Request.Path} {http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget}");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        listening.Dispose();
        events.Dispose();
        activities.Dispose();
    }

    // The service's own, not those of the client that asks it.
    private void Add(Activity activity)
    {
        if (!activity.OperationName.StartsWith("System.Net.", StringComparison.Ordinal))
            Add($"trace {activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}");
    }

    private void Add(string text) => written.Enqueue(text);

    private sealed class Logger(EverythingWritten all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => all.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : "";
            all.Add($"{logLevel} {category} {formatter(state, exception)} {parts} {exception}");
            all.scopes?.ForEachScope((scope, _) => all.Add($"scope {scope} {(scope is IEnumerable<KeyValuePair<string, object?>> v ? string.Join(' ', v) : "")}"), 0);
        }
    }

    private sealed class Events(EverythingWritten all) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "Microsoft-AspNetCore-Server-Kestrel" or "Microsoft.AspNetCore.Hosting" or "Microsoft-AspNetCore-Hosting")
                EnableEvents(eventSource, EventLevel.Verbose);
        }

        // Called while the base class is made, before there is anybody to tell.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) => all?.Add($"event {eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
    }
}

/// <summary>The service with everything that it could write down kept.</summary>
internal sealed class WatchedHost : AgendaHost
{
    public EverythingWritten All { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var category in (string[])["Default", "Agenda.Api.Security", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.DataProtection",
            "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", "Microsoft.EntityFrameworkCore", "Microsoft.Hosting.Lifetime"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
        builder.ConfigureLogging(log => log.Services.AddSingleton<ILoggerProvider>(All));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        All.Dispose();
    }
}
