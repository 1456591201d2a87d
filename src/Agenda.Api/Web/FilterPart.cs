using Agenda.Domain.Releases;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>One parameter of a filter: what readers call it, and the values that a programme offers for it.</summary>
public sealed record FilterPart(
    string Parameter,
    Func<string> Called,
    Func<AgendaFilter, IReadOnlyList<string>> ValuesOf,
    Func<AgendaFilter, IReadOnlyList<string>, AgendaFilter> Set,
    Func<PublishedAgenda, IEnumerable<FilterChoice>> ChoicesIn)
{
    public static readonly FilterPart Day = new("day", () => Words.Day, f => f.Days, (f, values) => f with { Days = values },
        p => p.Days.Select(day => new FilterChoice(LocalDatePattern.Iso.Format(day), Wording.Day(day))));

    public static readonly FilterPart Room = new("room", () => Words.Room, f => f.Rooms, (f, values) => f with { Rooms = values },
        p => p.Document.Rooms.Select(room => new FilterChoice(room.Slug, room.Name, Place.Around(room))));

    public static readonly FilterPart Track = new("track", () => Words.Track, f => f.Tracks, (f, values) => f with { Tracks = values },
        p => p.Document.Tracks.Select(track => new FilterChoice(track.Slug, track.Name)));

    public static readonly FilterPart Type = new("type", () => Words.Type, f => f.Types, (f, values) => f with { Types = values },
        p => p.Document.Types.Select(type => new FilterChoice(type.Code, type.Name)));

    public static readonly FilterPart Person = new("person", () => Words.Person, f => f.People, (f, values) => f with { People = values },
        p => p.People.Select(person => new FilterChoice(person.Id.Value.ToString(), person.Name)));

    public static readonly FilterPart Language = new("language", () => Words.Language, f => f.Languages, (f, values) => f with { Languages = values },
        p => p.Languages.Select(language => new FilterChoice(language, LanguageName.Of(language))));

    public static readonly FilterPart Query = new("q", () => Words.Search, f => f.Queries, (f, values) => f with { Queries = values }, _ => []);

    /// <summary>In the order in which they stand in addresses.</summary>
    public static readonly IReadOnlyList<FilterPart> All = [Day, Room, Track, Type, Person, Language, Query];

    /// <summary>What readers call it.</summary>
    public string Word => Called();

    /// <summary>What readers call a value of this part.</summary>
    public string NameOf(PublishedAgenda published, string value) =>
        ChoicesIn(published).FirstOrDefault(choice => string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase))?.Name ?? value;
}

/// <summary>A value that a filter may have, its name and what else tells it apart.</summary>
public sealed record FilterChoice(string Value, string Name, string? Detail = null);
