using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>What is on at the moment, and what starts next on the same day.</summary>
/// <param name="Now">What is on, breaks last.</param>
/// <param name="Next">What starts at the next time at which something does.</param>
/// <param name="Until">When something ends or starts, and this is so no more.</param>
public sealed record NowAndNextView(IReadOnlyList<PublishedSession> Now, IReadOnlyList<PublishedSession> Next, Instant Until)
{
    /// <summary>Null on days without sessions, after the last one, and where the reader asked for another day.</summary>
    internal static NowAndNextView? Of(ShownRelease shown, AgendaFilter filter, ZonedDateTime time)
    {
        var today = NodaTime.Text.LocalDatePattern.Iso.Format(time.Date);
        if (shown.IsOlder || time.Date < shown.Published.Days[0] || time.Date > shown.Published.Days[^1].PlusDays(1) || (filter.Days.Count > 0 && !filter.Days.Contains(today)))
            return null;

        var at = time.ToInstant();
        List<PublishedSession> now = [], next = [];
        foreach (var place in shown.Published.Select(filter with { Days = [] }).Sessions)
        {
            var session = shown.Published.Sessions[place];
            if (session is not { Times: { } times, Cancelled: false })
                continue;

            if (times.Start.ToInstant() <= at)
            {
                if (at < times.End.ToInstant())
                    now.Add(session);
            }
            else if (times.Start.Date == time.Date && (next.Count == 0 || next[0].Times!.Value.Start.ToInstant() == times.Start.ToInstant()))
            {
                next.Add(session);
            }
            else
            {
                break;
            }
        }

        return now.Count + next.Count == 0 ? null
            : new(
                [.. now.OrderBy(s => s.Type.Break)], [.. next.OrderBy(s => s.Type.Break)],
                now.Select(s => s.Times!.Value.End).Concat(next.Take(1).Select(s => s.Times!.Value.Start)).Min(t => t.ToInstant()));
    }
}
