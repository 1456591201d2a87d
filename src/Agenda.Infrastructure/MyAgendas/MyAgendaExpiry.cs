using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>Forgets what was starred at conferences that are long over, and agendas in which nothing is starred.</summary>
public static class MyAgendaExpiry
{
    /// <summary>How many days after the last day of a conference its stars are kept, unless configured otherwise.</summary>
    public const int UsualDays = 90;

    private static readonly DateTimeZone LastPlace = DateTimeZone.ForOffset(Offset.FromHours(-12));

    /// <summary>The last day on which stars of a conference are there.</summary>
    public static LocalDate LastDay(LocalDate conferenceEnds, int keptDays) => conferenceEnds.PlusDays(keptDays);

    /// <summary>How many agendas were forgotten.</summary>
    public static async Task<int> RunAsync(AgendaDbContext db, Instant now, int keptDays, CancellationToken cancellation)
    {
        // By the last place on earth where it is still that day, wherever the conference is.
        var over = now.InZone(LastPlace).Date.PlusDays(-keptDays);
        var ended = db.Conferences.Where(c => c.LastDay < over).Select(c => c.Id);
        await db.Stars.Where(s => ended.Contains(s.ConferenceId)).ExecuteDeleteAsync(cancellation);

        // Somebody who has nothing starred yet, or not any more, may still come back to it.
        var unused = now - Duration.FromDays(keptDays);
        return await db.MyAgendas.Where(m => m.ChangedAt < unused && !db.Stars.Any(s => s.MyAgendaId == m.Id)).ExecuteDeleteAsync(cancellation);
    }
}
