namespace Agenda.Api.Web.Accounts;

/// <summary>
/// Keeps an answer back until a whole number of beats has passed since its request began, so that how long it took does not tell what was
/// done for it.
/// </summary>
internal sealed class EvenPace
{
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    private readonly TimeProvider clock;
    private readonly long began;

    private EvenPace(TimeProvider clock) => (this.clock, began) = (clock, clock.GetTimestamp());

    public static EvenPace Begin(TimeProvider clock) => new(clock);

    public Task KeepAsync(CancellationToken cancellation)
    {
        var intoTheBeat = clock.GetElapsedTime(began).Ticks % Beat.Ticks;
        return Task.Delay(TimeSpan.FromTicks(Beat.Ticks - intoTheBeat), clock, cancellation);
    }
}
