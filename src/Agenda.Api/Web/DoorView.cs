using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>What somebody in front of a door wants to know: what is inside now, and what comes after it.</summary>
/// <param name="Shown">The newest release.</param>
/// <param name="Room">The room.</param>
/// <param name="Time">What is now, by the clocks of the conference.</param>
/// <param name="Now">What is in the room now; several share it where posters hang. What is cancelled stands last.</param>
/// <param name="More">How many there are now besides.</param>
/// <param name="Coming">What comes next and then.</param>
public sealed record DoorView(ShownRelease Shown, ReleasedRoom Room, ZonedDateTime Time, IReadOnlyList<PublishedSession> Now, int More, IReadOnlyList<PublishedSession> Coming)
{
    private const int MostNow = 4, MostComing = 2;

    internal static DoorView Of(ShownRelease shown, ReleasedRoom room, ZonedDateTime time)
    {
        var at = time.ToInstant();
        var all = shown.Published.Select(new() { Rooms = [room.Slug] }).Sessions.Select(place => shown.Published.Sessions[place]).Where(s => s.Times is not null).ToList();
        var now = all.Where(s => s.Times!.Value.Start.ToInstant() <= at && at < s.Times.Value.End.ToInstant()).OrderBy(s => s.Cancelled).ToList();
        var coming = all.Where(s => s.Times!.Value.Start.ToInstant() > at && !s.Cancelled).Take(MostComing);
        return new(shown, room, time, [.. now.Take(MostNow)], Math.Max(0, now.Count - MostNow), [.. coming]);
    }

    /// <summary>Whether there are several, for whom the letters have to be smaller.</summary>
    public bool IsShared => Now.Count > 1;

    /// <summary>"17:00", or "Tue 09:00" on another day.</summary>
    public string When(ZonedDateTime start) => start.Date == Time.Date ? Wording.Time(start) : $"{Wording.ShortWeekday(start.Date)} {Wording.Time(start)}";

    /// <summary>Whether the day is over here: what comes next comes on another day.</summary>
    public bool IsOverToday => Coming.Count > 0 && Coming[0].Day != Time.Date;

    /// <summary>Minutes since the session began, of how many.</summary>
    public (long Past, long All) Progress(PublishedSession session)
    {
        var times = session.Times!.Value;
        return ((long)(Time.ToInstant() - times.Start.ToInstant()).TotalMinutes, (long)(times.End.ToInstant() - times.Start.ToInstant()).TotalMinutes);
    }
}
