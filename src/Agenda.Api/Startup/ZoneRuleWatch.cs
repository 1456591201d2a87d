using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>Looks after the start, and after each release, whether new rules of a time zone move what is published.</summary>
internal sealed class ZoneRuleWatch(MovedByZoneRules moved, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<ZoneRuleWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        await using (stoppingToken.Register(() => started.TrySetCanceled()))
            await started.Task;

        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await moved.LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // An exception that left here would stop the service; the next look comes soon.
                logger.LogDebug(e, "Whether zone rules move what is published cannot be told just now.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
