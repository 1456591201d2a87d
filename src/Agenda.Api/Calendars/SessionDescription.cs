using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;

namespace Agenda.Api.Calendars;

/// <summary>A session as plain text, the way somebody reads it in a calendar entry.</summary>
internal static class SessionDescription
{
    public static string Of(PublishedSession session, SlotTimes times, ConferenceZone zone, string url, string? join = null)
    {
        var facts = EntryFacts.Of(session, times, zone, url);
        IEnumerable<string> paragraphs =
        [
            string.Join('\n', facts.Lines),
            join is null ? "" : $"{EntryFacts.JoinOnline}: {join}",
            string.Join('\n', facts.Talks),
            facts.Abstract is { } markdown ? PlainText.Of(markdown) : "",
            string.Join('\n', facts.Resources.Select(Resource)),
            facts.Url,
        ];
        return string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    private static string Resource(Link link) => string.IsNullOrWhiteSpace(link.Title) ? link.Url : $"{link.Title}: {link.Url}";
}
