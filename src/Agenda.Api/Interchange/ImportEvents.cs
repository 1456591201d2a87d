using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Agenda.Api.Http;
using Agenda.Infrastructure.Interchange;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Interchange;

/// <summary>An import that is told of while it goes on, as server-sent events: <c>progress</c>, and at the end <c>report</c> or <c>refused</c>.</summary>
/// <param name="import">Runs the import; whoever leaves stops it, and nothing is changed.</param>
internal sealed class ImportEvents(Func<IProgress<ImportProgress>, CancellationToken, Task<(ImportResponse?, ProblemHttpResult?)>> import) : IResult
{
    public static bool AreAskedFor(HttpContext http) => http.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/event-stream");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // Proxies of the nginx kind would collect what is meant to be told at once.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(EventsAsync(httpContext, httpContext.RequestAborted)).ExecuteAsync(httpContext);
    }

    private async IAsyncEnumerable<SseItem<object>> EventsAsync(HttpContext http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A reader who is slow hears how far it is, not how far it was.
        var steps = Channel.CreateBounded<ImportProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var work = RunAsync(http, steps.Writer, cancellation);
        await foreach (var step in steps.Reader.ReadAllAsync(cancellation))
            yield return new(step, "progress");

        var (report, problem) = await work;
        yield return report is not null ? new(report, "report") : new(problem!.ProblemDetails, "refused");
    }

    private async Task<(ImportResponse?, ProblemHttpResult?)> RunAsync(HttpContext http, ChannelWriter<ImportProgress> steps, CancellationToken cancellation)
    {
        try
        {
            return await import(new Steps(steps), cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The answer has begun: its status can no longer say it.
            http.RequestServices.GetRequiredService<ILogger<ImportEvents>>().LogError(failure, "An import failed.");
            return (null, Problems.Of(StatusCodes.Status500InternalServerError, "internal-error", "The service failed. It was logged; nothing was saved."));
        }
        finally
        {
            steps.Complete();
        }
    }

    private sealed class Steps(ChannelWriter<ImportProgress> steps) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => steps.TryWrite(value);
    }
}
