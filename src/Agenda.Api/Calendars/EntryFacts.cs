using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime.Text;

namespace Agenda.Api.Calendars;

/// <summary>What a calendar entry tells about a session, whether as plain text or as HTML: lines of facts, its talks, its abstract as entered, links.</summary>
internal sealed record EntryFacts(IReadOnlyList<string> Lines, IReadOnlyList<string> Talks, string? Abstract, IReadOnlyList<Link> Resources, string Url)
{
    /// <summary>The words for where one joins online.</summary>
    public const string JoinOnline = "Join online";

    private static readonly LocalDateTimePattern DayAndTime = LocalDateTimePattern.CreateWithInvariantCulture("dddd, d MMMM uuuu, HH:mm");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static EntryFacts Of(PublishedSession session, SlotTimes times, ConferenceZone zone, string url)
    {
        var talk = OnlyTalk(session);
        IEnumerable<string?> lines =
        [
            Kind(session), When(times, zone), Named("Speaker", talk is null ? [] : [.. talk.Authors.Select(a => a.Person)]),
            Named("Chair", session.Chairs), Named("Discussant", session.Discussants),
        ];
        return new([.. lines.OfType<string>()], talk is null ? [.. session.Contributions.Select(Talk)] : [], session.Abstract, session.Resources, url);
    }

    // A session that is one talk would say its title twice.
    private static PublishedContribution? OnlyTalk(PublishedSession session) =>
        session.Contributions is [var only] && only.Released.Title == session.Title ? only : null;

    private static string Kind(PublishedSession session) => session.Track is { } track ? $"{session.Type.Name} · {track.Name}" : session.Type.Name;

    // In the conference's own time, because the entry itself is shown in the reader's.
    private static string When(SlotTimes times, ConferenceZone zone)
    {
        var (start, end) = (times.Start, times.End);
        var (before, after) = (zone.Abbreviation(start.ToInstant()), zone.Abbreviation(end.ToInstant()));
        var until = start.Date == end.Date ? Time.Format(end.TimeOfDay) : DayAndTime.Format(end.LocalDateTime);
        return $"{DayAndTime.Format(start.LocalDateTime)}{(before == after ? "" : $" {before}")} to {until} {after} ({zone.Id})";
    }

    private static string? Named(string role, IReadOnlyList<PublishedPerson> people) =>
        people.Count == 0 ? null : $"{role}{(people.Count == 1 ? "" : "s")}: {string.Join(", ", people.Select(p => p.Name))}";

    private static string Talk(PublishedContribution contribution)
    {
        var start = contribution.Start is { } at ? $"{Time.Format(at.TimeOfDay)} " : "";
        var authors = string.Join(", ", contribution.Authors.Select(a => a.Person.Name));
        return start + contribution.Released.Title + (authors.Length == 0 ? "" : $" – {authors}");
    }
}
