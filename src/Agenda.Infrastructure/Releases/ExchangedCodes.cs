using Agenda.Domain;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// Lets sessions exchange their codes in one save. Codes are unique, so where they go round in a circle one of them has to step aside first; the
/// trace then says that it was called so with a "~" behind it.
/// </summary>
public static class ExchangedCodes
{
    /// <summary>To be called in a transaction, before the sessions are saved that are tracked.</summary>
    public static async Task AllowAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries<Session>().Where(e => e.State == EntityState.Modified && Was(e) != e.Entity.Code).ToDictionary(Was, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, entry) in changed)
        {
            if (!seen.Contains(code) && IsInCircle(code, changed, seen))
                await StepAsideAsync(db, entry, cancellation);
        }
    }

    private static bool IsInCircle(string code, Dictionary<string, EntityEntry<Session>> changed, HashSet<string> seen)
    {
        var next = code;
        while (changed.TryGetValue(next, out var entry) && seen.Add(next))
            next = entry.Entity.Code;
        return next == code;
    }

    private static async Task StepAsideAsync(AgendaDbContext db, EntityEntry<Session> entry, CancellationToken cancellation)
    {
        var (id, code) = (entry.Entity.Id, Was(entry));
        // No code that is entered has that character.
        var aside = $"{code[..Math.Min(code.Length, Limits.Code - 1)]}~";
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(row => row.SetProperty(s => s.Code, aside), cancellation);
        entry.Property(s => s.Code).OriginalValue = aside;
    }

    private static string Was(EntityEntry<Session> entry) => entry.Property(s => s.Code).OriginalValue;
}
