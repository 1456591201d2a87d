using System.Text;
using Agenda.Domain.Releases;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>The agenda under a filter, grouped as it is read, and the addresses of the views next to it.</summary>
public sealed class AgendaView
{
    public AgendaView(ShownRelease shown, AgendaFilter filter, IReadOnlyList<int> selection, Instant now)
    {
        Shown = shown;
        Filter = filter;
        Sessions = [.. selection.Select(place => Published.Sessions[place])];
        Now = Published.Zone.At(now);
    }

    /// <summary>The agenda as it opens: with the day of the moment where nobody asked for anything.</summary>
    internal static AgendaView Opened(ShownRelease shown, AgendaFilter filter, bool all, IReadOnlyList<int> selection, Instant now)
    {
        var day = OpeningDay.Of(shown.Published, filter, all, shown.Published.Zone.At(now).Date);
        return new(shown, filter, day is { } one ? shown.Published.Select(new() { Days = [LocalDatePattern.Iso.Format(one)] }).Sessions : selection, now) { OpenedAt = day };
    }

    public ShownRelease Shown { get; }

    /// <summary>The day that is shown although none was asked for.</summary>
    public LocalDate? OpenedAt { get; private init; }

    public NowAndNextView? NowAndNext => NowAndNextView.Of(Shown, Filter, Now);

    public PublishedAgenda Published => Shown.Published;

    public AgendaFilter Filter { get; }

    public IReadOnlyList<PublishedSession> Sessions { get; }

    public ZonedDateTime Now { get; }

    /// <summary>The sessions by day, and within a day by start; a start that the zone has twice is two.</summary>
    public IEnumerable<AgendaDay> Days => AgendaDay.Of(Sessions);

    /// <summary>Whether it is drawn with rooms as columns, one day at a time, instead of listed.</summary>
    public bool IsGrid { get; init; }

    /// <summary>The day that a grid shows: today if the filter leaves any of it, else the first of which it does; null when none.</summary>
    public LocalDate? GridDay => Sessions.Any(s => s.Day == Now.Date) ? Now.Date : Sessions is [var first, ..] ? first.Day : null;

    public IReadOnlyList<PublishedSession> OnGridDay => GridDay is { } day ? [.. Sessions.Where(s => s.Day == day)] : [];

    /// <summary>What the page shows of them.</summary>
    public IReadOnlyList<PublishedSession> OnPage => IsGrid ? OnGridDay : Sessions;

    public IEnumerable<PublishedSession> ToBeAnnounced => Sessions.Where(s => s.Times is null);

    /// <summary>The parts of the filter that restrict, each with how many sessions there were without it and how many with it alone.</summary>
    public IEnumerable<(FilterPart Part, int Without, int Alone)> Restrictions =>
        from part in FilterPart.All
        where part.ValuesOf(Filter).Count > 0
        select (part, Count(part.Set(Filter, [])), Count(part.Set(new AgendaFilter(), part.ValuesOf(Filter))));

    /// <summary>The address of the feed with the same filter; null in an older release.</summary>
    public string? Feed => Shown.Feed(Filter);

    /// <summary>This view with one part of its filter replaced; no values drop the part.</summary>
    public string With(FilterPart part, params IReadOnlyList<string> values)
    {
        var filter = part.Set(Filter, values);
        return Drawn(part == FilterPart.Day && filter.IsEmpty && !IsGrid ? Shown.WholeAgenda : Shown.Under(filter), IsGrid);
    }

    /// <summary>This view as it opens, without any filter.</summary>
    public string Bare => Drawn(Shown.Agenda, IsGrid);

    /// <summary>All of the agenda; as a grid, the day with which that opens.</summary>
    public string Whole => IsGrid ? Drawn(Shown.Agenda, true) : Shown.WholeAgenda;

    public string AsList => Shown.Under(Filter);

    public string AsGrid => Drawn(AsList, true);

    public string InNewest => Drawn(Shown.InNewest(Filter), IsGrid);

    /// <summary>The list of one day, of one room if there is one.</summary>
    public string ListOf(LocalDate day, ReleasedRoom? room) =>
        Shown.Under(Filter with { Days = [LocalDatePattern.Iso.Format(day)], Rooms = room is null ? Filter.Rooms : [room.Slug] });

    public bool IsOn(LocalDate day) => IsGrid && GridDay is { } shown ? day == shown : Filter.Days.Contains(LocalDatePattern.Iso.Format(day));

    private static string Drawn(string address, bool asGrid) => asGrid ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}view=grid" : address;

    private int Count(AgendaFilter filter) => Published.Select(filter).Sessions.Count;

    internal static string Query(AgendaFilter filter)
    {
        var query = new StringBuilder();
        foreach (var part in FilterPart.All)
        {
            foreach (var value in part.ValuesOf(filter))
                query.Append(query.Length == 0 ? '?' : '&').Append(part.Parameter).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}

/// <summary>A day of the agenda.</summary>
public sealed record AgendaDay(LocalDate Day, IReadOnlyList<AgendaStart> Starts)
{
    /// <summary>Sessions in the order of the agenda by day; those to be announced have none.</summary>
    public static IEnumerable<AgendaDay> Of(IEnumerable<PublishedSession> sessions) =>
        from session in sessions
        where session.Times is not null
        group session by session.Day!.Value into day
        select new AgendaDay(day.Key, [.. day.GroupBy(s => s.Times!.Value.Start).Select(start => new AgendaStart(start.Key, [.. start]))]);
}

/// <summary>What starts at one moment.</summary>
public sealed record AgendaStart(ZonedDateTime Start, IReadOnlyList<PublishedSession> Sessions);
