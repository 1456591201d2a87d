using System.Text.Json;
using Agenda.Domain;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Privacy;

/// <summary>Under which ids somebody is known: old releases and the trace call them by those of people whom they were merged with.</summary>
public static class MergedPeople
{
    /// <summary>The person, and whoever was merged into them, directly or by way of others.</summary>
    public static async Task<IReadOnlyList<PersonId>> OfAsync(AgendaDbContext db, ConferenceId conference, PersonId person, CancellationToken cancellation)
    {
        var told = await db.Audit.AsNoTracking().Where(e => e.ConferenceId == conference && e.Kind == AuditKinds.Person && e.Changes != null && e.Changes.Contains(AuditNote.MergedPerson))
            .Select(e => new { e.Subject, e.Changes }).ToListAsync(cancellation);
        var merges = told.SelectMany(e => IdsIn(e.Changes!).Select(gone => (Kept: e.Subject, Gone: gone))).ToLookup(m => m.Kept, m => m.Gone);
        var all = new List<PersonId> { person };
        for (var i = 0; i < all.Count; i++)
            all.AddRange(merges[all[i].Value].Select(id => new PersonId(id)).Except(all).ToList());
        return all;
    }

    // What was erased since holds a placeholder in their place.
    private static IEnumerable<Guid> IdsIn(string changes)
    {
        JsonElement parsed;
        try
        {
            parsed = JsonSerializer.Deserialize<JsonElement>(changes);
        }
        catch (JsonException)
        {
            return [];
        }

        return parsed.ValueKind != JsonValueKind.Array ? [] : parsed.EnumerateArray()
            .Where(c => c.ValueKind == JsonValueKind.Object && c.TryGetProperty("field", out var field) && field.ValueEquals(AuditNote.MergedPerson))
            .Select(c => c.TryGetProperty("before", out var before) && before.ValueKind == JsonValueKind.String && before.TryGetGuid(out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty);
    }
}
