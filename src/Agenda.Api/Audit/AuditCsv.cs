using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Json;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Audit;

/// <summary>The trace as a table for spreadsheets.</summary>
internal static class AuditCsv
{
    private static readonly string[] Columns = ["at", "by", "account", "via", "from", "operation", "kind", "act", "subject", "label", "session", "field", "before", "after", "key"];

    /// <summary>Writes all entries, newest first. They are read in pages: no reader of the database waits for a slow client, and few are in memory.</summary>
    public static async Task WriteAsync(IQueryable<AuditEntry> entries, CsvTable table, CancellationToken cancellation)
    {
        await table.WriteAsync(Columns);
        for (string? after = ""; after is not null;)
        {
            var page = await AuditEntryResponse.NewestFirst(entries, after.Length == 0 ? null : after, Page.Most).ToListAsync(cancellation);
            foreach (var line in page.Select(AuditEntryResponse.Of).SelectMany(Lines))
                await table.WriteAsync(line);
            after = page.Count < Page.Most ? null : page[^1].Key;
        }
    }

    private static IEnumerable<string?[]> Lines(AuditEntryResponse e) =>
        e.Changes.Count == 0 ? [Line(e, null)] : e.Changes.Select(change => Line(e, change));

    private static string?[] Line(AuditEntryResponse e, AuditChangeResponse? change) =>
    [
        TimeJson.Utc.Format(e.At), e.By, e.Account?.ToString(), e.Via, e.From, e.Operation, e.Kind, e.Act, e.Subject?.ToString(), e.Label, e.Session?.ToString(),
        change?.Field, Told(change?.Before), Told(change?.After), e.Key,
    ];

    private static string? Told(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };
}
