using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>
/// The day with which an agenda opens that nobody asked anything of: today's while the conference runs, else the first.
/// </summary>
internal static class OpeningDay
{
    /// <summary>What the address says for all days.</summary>
    public const string All = "all";

    /// <summary>Null for all days: they were asked for, something else was, or one day has everything.</summary>
    public static LocalDate? Of(PublishedAgenda agenda, AgendaFilter filter, bool all, LocalDate today)
    {
        if (all || !filter.IsEmpty || agenda.Sessions is not [{ Day: { } first }, ..])
            return null;

        // Those to be announced stand at the end, so the last day is that of the last session that has one.
        var last = agenda.Sessions.Last(s => s.Day is not null).Day!.Value;
        if (first == last)
            return null;

        return today < first || today > last ? first : agenda.Sessions.First(s => s.Day >= today).Day;
    }

    /// <summary>The filter without the word for all days, and whether that was in it.</summary>
    public static (AgendaFilter Filter, bool All) Read(AgendaFilter filter) =>
        filter.Days.Contains(All) ? (filter with { Days = [] }, true) : (filter, false);
}
