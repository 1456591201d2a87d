using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agenda.Domain;
using Agenda.Domain.Privacy;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Privacy;

/// <summary>
/// The trace of changes without a person: that something was done to them, when and by whom stays, but not what they were called and what was
/// said of them. What others did under their own accounts stays theirs.
/// </summary>
internal sealed class ErasedAudit(AgendaDbContext db, ErasureOrder order, PersonTraces traces, NamesInTexts names)
{
    private const int Part = 500;

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Cleans the entries of the conference, those of the erasure itself included.</summary>
    public async Task CleanAsync(CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            var entries = await db.Audit.Where(e => e.ConferenceId == order.Conference && string.Compare(e.Key, after) > 0).OrderBy(e => e.Key).Take(Part).ToListAsync(cancellation);
            foreach (var entry in entries)
                Clean(entry);

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            if (entries.Count < Part)
                return;
            after = entries[^1].Key;
        }
    }

    private void Clean(AuditEntry entry)
    {
        var isOfPerson = traces.AreOf(entry.Subject);
        entry.Label = isOfPerson || entry.Label is null ? null : names.TakenFrom(entry.Label, Limits.Title);
        if (entry.Changes is not { } changes)
            return;

        try
        {
            var before = JsonNode.Parse(changes);
            var clean = Clean(before, null, field => isOfPerson ? IsPersonal(field) : entry.SessionId is { } session && field is not null && traces.IsOwnField(session, field, order.Titles));
            if (!JsonNode.DeepEquals(before, clean))
                entry.Changes = clean?.ToJsonString(AsItIs);
        }
        catch (JsonException)
        {
            entry.Changes = isOfPerson ? null : names.TakenFrom(changes, int.MaxValue);
        }
    }

    // Either {"field": "title", "before": …, "after": …} or {"title": …}: what stands below the name of a field is its value.
    private JsonNode? Clean(JsonNode? node, string? field, Func<string?, bool> isWithdrawn)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Clean(item, field, isWithdrawn))]);
            case JsonObject values:
                var said = values["field"] is JsonValue name && name.TryGetValue<string>(out var called) ? called : null;
                return new JsonObject(values.Select(value => KeyValuePair.Create(
                    value.Key,
                    value.Key == "field" && said is not null ? value.Value!.DeepClone() : Clean(value.Value, said ?? field ?? value.Key, isWithdrawn))));
            case JsonValue value when value.TryGetValue<string>(out var text):
                return JsonValue.Create(isWithdrawn(field) ? Withdrawn.Value : names.TakenFrom(text, int.MaxValue));
            default:
                return node?.DeepClone();
        }
    }

    private static bool IsPersonal(string? field) => field is not "erasedAt";
}
