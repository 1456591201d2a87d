using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Mine;

/// <summary>What somebody starred, as it is read: by conference and day, with the clashes among it and the time between.</summary>
public sealed class MineView
{
    private readonly HashSet<SessionId> clashing;

    private MineView(IReadOnlyList<MineConference> conferences, IReadOnlyList<MineClash> clashes)
    {
        (Conferences, Clashes) = (conferences, clashes);
        clashing = [.. clashes.SelectMany(c => new[] { c.First.Session.Id, c.Second.Session.Id })];
    }

    /// <summary>In order of their days.</summary>
    public IReadOnlyList<MineConference> Conferences { get; }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<MineClash> Clashes { get; }

    public int Count => Conferences.Sum(c => c.Count);

    public bool Clashing(PublishedSession session) => clashing.Contains(session.Id);

    public static async Task<MineView> ReadAsync(MyAgenda mine, AgendaDbContext db, PublishedAgendas agendas, Instant now, CancellationToken cancellation)
    {
        var rows = await db.Stars.AsNoTracking().Where(s => s.MyAgendaId == mine.Id)
            .Join(db.Conferences.AsNoTracking(), s => s.ConferenceId, c => c.Id, (s, c) => new { s.SessionId, c.Slug }).ToListAsync(cancellation);
        var (conferences, timed) = (new List<MineConference>(), new Dictionary<SessionId, MineSession>());
        foreach (var starred in rows.GroupBy(r => r.Slug, r => r.SessionId, StringComparer.Ordinal))
        {
            if (await agendas.NewestAsync(starred.Key, cancellation) is not { } agenda)
                continue;

            var conference = MineConference.Of(agenda, [.. starred], now);
            conferences.Add(conference);
            foreach (var session in conference.Sessions)
                timed.Add(session.Id, new(conference.Shown, session));
        }

        var clashes = StarClash.Among(timed.Values.Where(t => t.Session is { Cancelled: false, Type.Break: false, Times: not null }).Select(t => (t.Session.Id, Time(t.Session))));
        return new(
            [.. conferences.OrderBy(c => c.Shown.Published.Conference.FirstDay).ThenBy(c => c.Shown.Slug, StringComparer.Ordinal)],
            [.. clashes.Select(c => new MineClash(timed[c.First], timed[c.Second], c.Overlap))]);
    }

    private static Interval Time(PublishedSession session) => new(session.Times!.Value.Start.ToInstant(), session.Times.Value.End.ToInstant());
}

/// <summary>What somebody starred at one conference.</summary>
/// <param name="Shown">Its newest release.</param>
/// <param name="Sessions">In the order of the agenda.</param>
/// <param name="Withdrawn">What is in the programme no more, with its id; without a name where nothing is left of it.</param>
/// <param name="Now">The time there.</param>
public sealed record MineConference(ShownRelease Shown, IReadOnlyList<PublishedSession> Sessions, IReadOnlyList<(SessionId Id, string? Name)> Withdrawn, ZonedDateTime Now)
{
    public int Count => Sessions.Count + Withdrawn.Count;

    /// <summary>By day and start, with how long nothing was starred before each.</summary>
    public IEnumerable<MineDay> Days =>
        from session in Sessions
        where session.Times is not null
        group session by session.Day!.Value into day
        select new MineDay(day.Key, [.. Starts([.. day])]);

    public IEnumerable<PublishedSession> ToBeAnnounced => Sessions.Where(s => s.Times is null);

    internal static MineConference Of(PublishedAgenda agenda, IReadOnlyList<SessionId> starred, Instant now)
    {
        var withdrawn = agenda.Document.Withdrawn.ToDictionary(s => s.Id, s => $"{s.Code}: {s.Title}");
        return new(
            ShownRelease.TheNewest(agenda),
            [.. starred.Select(agenda.PlaceOf).OfType<int>().Order().Select(place => agenda.Sessions[place])],
            [.. starred.Where(id => agenda.PlaceOf(id) is null).Select(id => (id, withdrawn.GetValueOrDefault(id))).OrderBy(s => s.Item2, StringComparer.Ordinal)],
            agenda.Zone.At(now));
    }

    private static IEnumerable<MineStart> Starts(IReadOnlyList<PublishedSession> day)
    {
        Instant? free = null;
        foreach (var start in day.GroupBy(s => s.Times!.Value.Start))
        {
            var gap = free is { } since && since < start.Key.ToInstant() ? start.Key.ToInstant() - since : (Duration?)null;
            yield return new(start.Key, [.. start], gap is { } length ? (long)length.TotalMinutes : null);
            // What does not take place takes no time.
            var ends = start.Where(s => !s.Cancelled).Select(s => s.Times!.Value.End.ToInstant()).DefaultIfEmpty(start.Key.ToInstant()).Max();
            free = free is { } before ? Instant.Max(before, ends) : ends;
        }
    }
}

/// <summary>A day of it.</summary>
public sealed record MineDay(LocalDate Day, IReadOnlyList<MineStart> Starts);

/// <summary>What starts at one moment; <paramref name="FreeBefore"/> minutes after the end of what was before, null for the first and where there are none.</summary>
public sealed record MineStart(ZonedDateTime Start, IReadOnlyList<PublishedSession> Sessions, long? FreeBefore);

public sealed record MineSession(ShownRelease Shown, PublishedSession Session);

/// <summary>Two starred sessions at the same time.</summary>
public sealed record MineClash(MineSession First, MineSession Second, Interval Overlap)
{
    public long Minutes => (long)Overlap.Duration.TotalMinutes;
}
