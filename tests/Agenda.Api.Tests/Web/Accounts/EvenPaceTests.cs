using Agenda.Api.Web.Accounts;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class EvenPaceTests
{
    [Theory]
    [InlineData(0, 400)]
    [InlineData(1, 399)]
    [InlineData(399, 1)]
    [InlineData(400, 400)]
    [InlineData(1_150, 50)]
    public async Task Answers_leave_on_the_beat_however_long_they_took(int worked, int waits)
    {
        var clock = new SteppedClock();
        var pace = EvenPace.Begin(clock);

        clock.Milliseconds = worked;
        await pace.KeepAsync(TestContext.Current.CancellationToken);

        clock.Waits.ShouldBe([TimeSpan.FromMilliseconds(waits)]);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public long Milliseconds { get; set; }

        public List<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp() => Milliseconds;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
