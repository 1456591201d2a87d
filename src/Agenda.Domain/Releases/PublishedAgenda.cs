using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Domain.Releases;

/// <summary>A release ready for reading: sessions in the order of the agenda, everything looked up, with an index for each filter. Immutable.</summary>
public sealed class PublishedAgenda
{
    private readonly Dictionary<string, int[]> byDay, byRoom, byTrack, byType, byPerson, byLanguage;
    private readonly Dictionary<string, PublishedSession> byCode;
    private readonly Dictionary<SessionId, int> places;
    private readonly int[] all;

    public PublishedAgenda(ReleaseDocument document)
    {
        if (document.Format > ReleaseDocument.CurrentFormat)
            throw new NotSupportedException($"Release {document.Number} has the layout {document.Format}; this program reads up to {ReleaseDocument.CurrentFormat}.");

        Document = document;
        Zone = ConferenceZone.Of(document.Conference.TimeZone);
        People = [.. document.People.Select(p => new PublishedPerson(p))];
        var references = new PublishedSession.References(
            document.Rooms.ToDictionary(r => r.Id), document.Types.ToDictionary(t => t.Id), document.Tracks.ToDictionary(t => t.Id), People.ToDictionary(p => p.Id));

        Sessions = InOrder(document, references);
        Days = [.. Enumerable.Range(0, Period.DaysBetween(document.Conference.FirstDay, document.Conference.LastDay) + 1).Select(document.Conference.FirstDay.PlusDays)
            .Union(Sessions.Where(s => s.Day is not null).Select(s => s.Day!.Value)).Order()];

        all = [.. Enumerable.Range(0, Sessions.Count)];
        places = Enumerable.Range(0, Sessions.Count).ToDictionary(i => Sessions[i].Id);
        byCode = Sessions.ToDictionary(s => s.Code, StringComparer.Ordinal);
        byDay = Index(Days.Select(LocalDatePattern.Iso.Format), s => s.Day is { } day ? [LocalDatePattern.Iso.Format(day)] : []);
        byRoom = Index(document.Rooms.Select(r => r.Slug), s => s.Room is { } room ? [room.Slug] : []);
        byTrack = Index(document.Tracks.Select(t => t.Slug), s => s.Track is { } track ? [track.Slug] : []);
        byType = Index(document.Types.Select(t => t.Code), s => [s.Type.Code]);
        byPerson = Index(document.People.Select(p => Key(p.Id)), s => s.People.Select(p => Key(p.Id)), StringComparer.OrdinalIgnoreCase);
        byLanguage = Index([], s => s.Language is { } language ? [language] : [], StringComparer.OrdinalIgnoreCase);
    }

    public ReleaseDocument Document { get; }

    /// <summary>The host of UIDs of a conference that began on another installation; null for this one's.</summary>
    public string? UidHost { get; init; }

    public ReleasedConference Conference => Document.Conference;

    public ConferenceZone Zone { get; }

    /// <summary>The days of the conference, and any other on which a session starts.</summary>
    public IReadOnlyList<LocalDate> Days { get; }

    /// <summary>In order of time, then room, then code; those to be announced stand at the end.</summary>
    public IReadOnlyList<PublishedSession> Sessions { get; }

    /// <summary>By family name, then given name.</summary>
    public IReadOnlyList<PublishedPerson> People { get; }

    public IEnumerable<string> Languages => byLanguage.Keys.Order(StringComparer.Ordinal);

    public PublishedSession? Session(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Where in the order of the agenda a session stands; null when the release does not have it.</summary>
    public int? PlaceOf(SessionId session) => places.TryGetValue(session, out var place) ? place : null;

    /// <summary>The sessions in which somebody has a role, in the order of the agenda.</summary>
    public IEnumerable<PublishedSession> SessionsOf(PublishedPerson person) => byPerson[Key(person.Id)].Select(i => Sessions[i]);

    /// <summary>The sessions that a filter asks for. A text query looks at every session that the other parts leave.</summary>
    public AgendaSelection Select(AgendaFilter filter)
    {
        var chosen = all;
        foreach (var (parameter, wanted, index) in (ReadOnlySpan<(string, IReadOnlyList<string>, Dictionary<string, int[]>)>)[
            ("day", filter.Days, byDay), ("room", filter.Rooms, byRoom), ("track", filter.Tracks, byTrack),
            ("type", filter.Types, byType), ("person", filter.People, byPerson), ("language", filter.Languages, byLanguage)])
        {
            if (wanted.Count == 0)
                continue;
            if (wanted.FirstOrDefault(value => !index.ContainsKey(value)) is { } unknown)
                return new([], new(parameter, unknown));

            chosen = Meet(chosen, Join(wanted, index));
        }

        return new(filter.Queries.Count == 0 ? chosen : Found(chosen, filter.Queries), null);
    }

    /// <summary>Those of whose name, affiliation and country all words of a query are a part, by family name; everybody without one. Nobody whom one cannot look up: the erased.</summary>
    public IEnumerable<PublishedPerson> PeopleFound(string? query)
    {
        var words = FoldedText.Words(query);
        return People.Where(p => !p.IsErased && words.All(word => p.SearchText.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>Somebody of the programme; null for who is not, or was erased.</summary>
    public PublishedPerson? Person(Guid id) => People.FirstOrDefault(p => p.Id.Value == id && !p.IsErased);

    public ReleasedRoom? Room(string slug) => Document.Rooms.FirstOrDefault(r => r.Slug == slug);

    private int[] Meet(int[] chosen, int[] also)
    {
        if (ReferenceEquals(chosen, all))
            return also;

        var allowed = also.ToHashSet();
        return Array.FindAll(chosen, allowed.Contains);
    }

    private static int[] Join(IReadOnlyList<string> wanted, Dictionary<string, int[]> index) =>
        wanted.Count == 1 ? index[wanted[0]] : [.. wanted.SelectMany(value => index[value]).Distinct().Order()];

    private int[] Found(int[] chosen, IReadOnlyList<string> queries)
    {
        var alternatives = queries.Select(FoldedText.Words).ToList();
        return Array.FindAll(chosen, i => alternatives.Any(words => words.All(word => Sessions[i].SearchText.Contains(word, StringComparison.Ordinal))));
    }

    private Dictionary<string, int[]> Index(IEnumerable<string> known, Func<PublishedSession, IEnumerable<string>> keys, StringComparer? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        var index = known.ToDictionary(key => key, _ => new List<int>(), comparer);
        for (var i = 0; i < Sessions.Count; i++)
        {
            foreach (var key in keys(Sessions[i]))
            {
                if (!index.TryGetValue(key, out var places))
                    index[key] = places = [];
                places.Add(i);
            }
        }

        return index.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), comparer);
    }

    private static string Key(PersonId person) => person.Value.ToString();

    private PublishedSession[] InOrder(ReleaseDocument document, PublishedSession.References references)
    {
        var roomOrder = document.Rooms.Select((room, place) => (room.Id, place)).ToDictionary(r => r.Id, r => r.place);
        return [.. document.Sessions.Select(s => new PublishedSession(s, references, Zone))
            .OrderBy(s => s.Times is null)
            .ThenBy(s => s.Times?.Start.ToInstant())
            .ThenBy(s => s.Room is { } room ? roomOrder[room.Id] : int.MaxValue)
            .ThenBy(s => s.Code, StringComparer.Ordinal)];
    }
}
