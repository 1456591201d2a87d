using System.Net;
using System.Text.Json;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Audit;

/// <summary>The trace as tests read it: over HTTP, each entry with its changes as lines.</summary>
internal static class Trace
{
    /// <summary>All entries under an address, oldest first.</summary>
    public static async Task<List<TracedEntry>> Traced(this HttpClient organiser, string path)
    {
        var entries = new List<TracedEntry>();
        for (string? next = ""; next is not null;)
        {
            var paged = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=500{(next.Length > 0 ? $"&after={next}" : "")}";
            var page = (await organiser.Read(paged)).ShouldBe(HttpStatusCode.OK);
            entries.AddRange(page["items"].EnumerateArray().Select(item => new TracedEntry(item)));
            next = page["next"].GetString();
        }

        entries.Reverse();
        return entries;
    }

    /// <summary>What was traced in the whole installation while something was done.</summary>
    public static async Task<List<TracedEntry>> TracedMeanwhile(this HttpClient organiser, Func<Task> act)
    {
        var before = (await organiser.Traced("/api/v1/audit")).Select(entry => entry.Key).ToHashSet();
        await act();
        return [.. (await organiser.Traced("/api/v1/audit")).Where(entry => !before.Contains(entry.Key))];
    }

    /// <summary>Saves something beside HTTP, as the actor says.</summary>
    public static async Task SaveAsync(this AgendaHost host, AuditActor actor, Action<AgendaDbContext> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Actor = actor;
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static AuditActor Somebody(AccountId account) => new(account, "Niamh Ó Súilleabháin", "token laptop", "192.0.2.7");
}

internal sealed record TracedEntry(JsonElement Json)
{
    public string Key => Said("key")!;

    public string Operation => Said("operation")!;

    public string? Label => Said("label");

    /// <summary>Such as <c>session changed MC-C</c>.</summary>
    public string What => $"{Said("kind")} {Said("act")} {Label}".TrimEnd();

    /// <summary>Such as <c>title: "Old" -> "New"</c>.</summary>
    public string[] Changes =>
        [.. Json.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("field").GetString()}: {c.GetProperty("before").GetRawText()} -> {c.GetProperty("after").GetRawText()}")];

    public string? Said(string name) => Json.GetProperty(name).GetString();
}
