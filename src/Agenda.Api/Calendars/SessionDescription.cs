using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime.Text;

namespace Agenda.Api.Calendars;

/// <summary>A session as plain text, the way somebody reads it in a calendar entry.</summary>
internal static class SessionDescription
{
    private static readonly LocalDateTimePattern DayAndTime = LocalDateTimePattern.CreateWithInvariantCulture("dddd, d MMMM uuuu, HH:mm");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(PublishedSession session, SlotTimes times, ConferenceZone zone, string url, string? join = null)
    {
        var talk = OnlyTalk(session);
        IEnumerable<string?> facts =
        [
            Kind(session), When(times, zone), Named("Speaker", talk is null ? [] : [.. talk.Authors.Select(a => a.Person)]),
            Named("Chair", session.Chairs), Named("Discussant", session.Discussants),
        ];
        IEnumerable<string> paragraphs =
        [
            Lines(facts),
            join is null ? "" : $"Join online: {join}",
            talk is null ? Lines(session.Contributions.Select(Contribution)) : "",
            session.Abstract is { } markdown ? PlainText.Of(markdown) : "",
            Lines(session.Resources.Select(Resource)),
            url,
        ];
        return string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    // A session that is one talk would say its title twice.
    private static PublishedContribution? OnlyTalk(PublishedSession session) =>
        session.Contributions is [var only] && only.Released.Title == session.Title ? only : null;

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => line is not null));

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

    private static string Contribution(PublishedContribution contribution)
    {
        var start = contribution.Start is { } at ? $"{Time.Format(at.TimeOfDay)} " : "";
        var authors = string.Join(", ", contribution.Authors.Select(a => a.Person.Name));
        return start + contribution.Released.Title + (authors.Length == 0 ? "" : $" – {authors}");
    }

    private static string Resource(Link link) => string.IsNullOrWhiteSpace(link.Title) ? link.Url : $"{link.Title}: {link.Url}";
}
