using System.Globalization;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Interchange;
using NodaTime;

namespace Agenda.Api.Schedules;

/// <summary>
/// A release as the three formats of schedule files have it: days with rooms with events. Sessions that are cancelled or have no time are not in
/// it: apps show what is missing from a newer file as cancelled, and have no place for what has no time (docs/decisions/0028).
/// </summary>
internal sealed class ExportedSchedule
{
    /// <summary>The hour at which a day of the file begins; it never changes, because apps notice when a day does.</summary>
    public const int DayChangeHour = 4;

    public const string Slot = "00:05";

    // The shortest acronym that the schema allows.
    private const int ShortestAcronym = 4;

    public ExportedSchedule(PublishedAgenda agenda, PublicAddress address)
    {
        Agenda = agenda;
        BaseUrl = $"{address.Agenda(agenda.Conference.Slug)}/";
        Acronym = AcronymOf(agenda.Conference.Slug);
        RoomNames = Names(agenda.Document.Rooms);
        var identities = new ExportedIdentities(agenda);
        Events = [.. agenda.Sessions.Where(s => s is { Cancelled: false, Times: not null }).Select(s => new ExportedSession(agenda, s, s.Times!.Value, identities, Acronym, address))];
        Days = DaysOf(agenda);
    }

    public PublishedAgenda Agenda { get; }

    public ReleasedConference Conference => Agenda.Conference;

    public string Title => ExportedText.Of(Conference.Name);

    public string Acronym { get; }

    /// <summary>The number of the release: apps tell their users when it is another.</summary>
    public string Version => Agenda.Document.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The page of the agenda.</summary>
    public string BaseUrl { get; }

    /// <summary>The web site of the conference; null where none is entered.</summary>
    public string? Url => Conference.Links.Count == 0 ? null : Conference.Links[0].Url;

    /// <summary>In the order of time, then room.</summary>
    public IReadOnlyList<ExportedSession> Events { get; }

    public IReadOnlyList<ExportedDay> Days { get; }

    /// <summary>Formats know rooms by their names, so no two have one name.</summary>
    public IReadOnlyDictionary<RoomId, string> RoomNames { get; }

    public string RoomOf(ExportedSession session) => session.Session.Room is { } room ? RoomNames[room.Id] : ScheduleFormats.NoRoom;

    // Days without sessions stay: the numbers of those behind them would change with the first session.
    private List<ExportedDay> DaysOf(PublishedAgenda agenda)
    {
        var byDay = Events.ToLookup(e => e.Day);
        var conference = Enumerable.Range(0, Period.DaysBetween(Conference.FirstDay, Conference.LastDay) + 1).Select(Conference.FirstDay.PlusDays);
        var places = agenda.Document.Rooms.Select((room, place) => (room.Id, place)).ToDictionary(r => r.Id, r => r.place);
        return [.. conference.Union(byDay.Select(d => d.Key)).Order().Select((date, i) => new ExportedDay(
            i + 1, date, Change(agenda, date), Change(agenda, date.PlusDays(1)),
            [.. byDay[date].GroupBy(RoomOf).OrderBy(r => r.First().Session.Room is { } room ? places[room.Id] : int.MaxValue).Select(r => new ExportedRoom(r.Key, [.. r]))]))];
    }

    private static ZonedDateTime Change(PublishedAgenda agenda, LocalDate date) => agenda.Zone.Rules.AtLeniently(date.At(new LocalTime(DayChangeHour, 0)));

    private static string AcronymOf(string slug)
    {
        var acronym = slug.Replace("-", "", StringComparison.Ordinal);
        return acronym.Length < ShortestAcronym ? $"{acronym}_conf" : acronym;
    }

    private static Dictionary<RoomId, string> Names(IReadOnlyList<ReleasedRoom> rooms)
    {
        var names = rooms.ToLookup(r => r.Name, StringComparer.Ordinal);
        var locations = rooms.ToLookup(r => r.Location, StringComparer.Ordinal);
        return rooms.ToDictionary(r => r.Id, r => ExportedText.Line(names[r.Name].Count() == 1 ? r.Name : locations[r.Location].Count() == 1 ? r.Location : $"{r.Location} ({r.Slug})"));
    }
}

internal sealed record ExportedDay(int Index, LocalDate Date, ZonedDateTime Start, ZonedDateTime End, IReadOnlyList<ExportedRoom> Rooms);

internal sealed record ExportedRoom(string Name, IReadOnlyList<ExportedSession> Events);
