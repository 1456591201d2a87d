using NodaTime;

namespace Agenda.Domain.Scheduling;

/// <summary>Changes of the clocks in consecutive years that one pattern tells, every one of them looked up in the zone data.</summary>
internal sealed record YearlySeries(YearlyPattern Pattern, IReadOnlyList<ZoneOnset> Onsets, bool Ends)
{
    // Readers that mistake the end of a rule for wall time would lose the last change without it.
    private static readonly Duration Grace = Duration.FromDays(1);

    /// <summary>The longest series that begins with a change and does not go further than a year.</summary>
    public static YearlySeries Longest(DateTimeZone zone, ZoneOnset first, int lastYear)
    {
        YearlySeries? longest = null;
        foreach (var pattern in YearlyPattern.Of(first.Local.Date))
        {
            var series = Along(zone, pattern, first, lastYear);
            if (longest is null || series.Onsets.Count > longest.Onsets.Count)
                longest = series;
            if (!series.Ends)
                break;
        }

        return longest!;
    }

    /// <summary>The series as observances: one, or two where its days are in two months.</summary>
    public IEnumerable<ZoneObservance> Observances() => Onsets.GroupBy(onset => onset.Local.Month).Select(ofMonth =>
    {
        var (first, last) = (ofMonth.First(), ofMonth.Last());
        var rule = Ends && first == last ? null : Pattern.Rule(ofMonth.Key, Ends ? last.At + Grace : null);
        return new ZoneObservance(first.Local, first.From, first.To, first.Name, first.Daylight, rule);
    });

    private static YearlySeries Along(DateTimeZone zone, YearlyPattern pattern, ZoneOnset first, int lastYear)
    {
        var onsets = new List<ZoneOnset> { first };
        for (var year = first.Local.Year + 1; year <= lastYear; year++)
        {
            var at = pattern.In(year).At(first.Local.TimeOfDay).WithOffset(first.From).ToInstant();
            if (ZoneOnset.Find(zone, at) is not { } onset || !onset.IsLike(first))
                return new(pattern, onsets, Ends: true);
            onsets.Add(onset);
        }

        return new(pattern, onsets, Ends: false);
    }
}
