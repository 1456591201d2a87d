using System.Text;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;
using NodaTime.Text;

namespace Agenda.Api.Calendars;

/// <summary>
/// A filter that a release knows, in the one form that all its spellings share: parameters in a fixed order, values sorted and each once. So a
/// feed does not depend on how its address was put together.
/// </summary>
internal sealed class FeedFilter
{
    private const int NamedValues = 3;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM");

    private readonly (string Parameter, string[] Values)[] parts;

    public FeedFilter(AgendaFilter filter)
    {
        // A query without a word finds everything, and so does any alternative beside it.
        var queries = filter.Queries.Any(q => FoldedText.Words(q).Count == 0) ? [] : filter.Queries.Select(OneBlank);
        (string, IEnumerable<string>)[] asked =
        [
            ("day", filter.Days), ("room", filter.Rooms), ("track", filter.Tracks), ("type", filter.Types),
            ("person", filter.People.Select(p => p.ToLowerInvariant())), ("language", filter.Languages.Select(l => l.ToLowerInvariant())), ("q", queries),
        ];
        parts = [.. asked.Select(part => (part.Item1, Sorted(part.Item2))).Where(part => part.Item2.Length > 0)];
    }

    public bool IsEmpty => parts.Length == 0;

    /// <summary>"?day=2024-01-08&amp;room=arbutus-room", or nothing.</summary>
    public string Query
    {
        get
        {
            var query = new StringBuilder();
            foreach (var (parameter, values) in parts)
            {
                foreach (var value in values)
                    query.Append(query.Length == 0 ? '?' : '&').Append(parameter).Append('=').Append(Uri.EscapeDataString(value));
            }

            return query.ToString();
        }
    }

    /// <summary>What a feed under this filter is called: "ICSEI 2024: Monday 8 January · Arbutus Room".</summary>
    public string Name(PublishedAgenda agenda) => IsEmpty ? agenda.Conference.Name : $"{agenda.Conference.Name}: {Words(agenda)}";

    /// <summary>"Monday 8 January · Arbutus Room", or nothing.</summary>
    public string Words(PublishedAgenda agenda) => string.Join(" · ", parts.Select(part =>
        part.Values.Length > NamedValues ? $"{part.Values.Length} {Plural(part.Parameter)}" : string.Join(" or ", part.Values.Select(value => Word(agenda, part.Parameter, value)))));

    private static string Word(PublishedAgenda agenda, string parameter, string value) => parameter switch
    {
        "day" => Day.Format(LocalDatePattern.Iso.Parse(value).Value),
        "room" => agenda.Document.Rooms.First(r => r.Slug == value).Name,
        "track" => agenda.Document.Tracks.First(t => t.Slug == value).Name,
        "type" => agenda.Document.Types.First(t => t.Code == value).Name,
        "person" => agenda.People.First(p => p.Id.Value.ToString() == value).Name,
        "language" => $"language {value}",
        _ => $"“{value}”",
    };

    private static string Plural(string parameter) => parameter switch
    {
        "person" => "people",
        "q" => "searches",
        _ => parameter + "s",
    };

    private static string OneBlank(string query) => string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Sorted(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
