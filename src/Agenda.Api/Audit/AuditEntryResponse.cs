using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Audit;

/// <summary>Who did what to one thing, when and from where. Things are called as they were then.</summary>
public sealed record AuditEntryResponse
{
    /// <summary>Unique; rises with time, byte by byte.</summary>
    public required string Key { get; init; }

    public required Instant At { get; init; }

    /// <summary>What the account, or whatever else did it, was called then.</summary>
    public required string By { get; init; }

    /// <summary>The account that did it; null for the bootstrap key, the command line and the service itself.</summary>
    public required Guid? Account { get; init; }

    /// <summary>How it proved who it is: <c>sign-in</c>, <c>token NAME</c>, <c>bootstrap key</c>, <c>command line</c>, <c>service</c>.</summary>
    public required string Via { get; init; }

    /// <summary>The network address; null where there is none.</summary>
    public required string? From { get; init; }

    /// <summary>The operation of this contract, or <c>import</c> for the command line.</summary>
    public required string Operation { get; init; }

    /// <summary>The id of the conference; null for what concerns the installation.</summary>
    public required Guid? Conference { get; init; }

    /// <summary>What kind of thing it was done to, such as <c>session</c> or <c>session type</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>added</c>, <c>changed</c> or <c>removed</c>; null where nothing of that kind happened.</summary>
    public required string? Act { get; init; }

    /// <summary>The id of the thing; null for a release, which has a number.</summary>
    public required Guid? Subject { get; init; }

    /// <summary>The code, slug or name that the thing had then.</summary>
    public required string? Label { get; init; }

    /// <summary>The id of the session concerned.</summary>
    public required Guid? Session { get; init; }

    /// <summary>What differs; of a thing that was added or removed everything that it held.</summary>
    public required IReadOnlyList<AuditChangeResponse> Changes { get; init; }

    /// <summary>One page of entries, newest first.</summary>
    internal static async Task<PageOf<AuditEntryResponse>> PageAsync(IQueryable<AuditEntry> entries, Page page, CancellationToken cancellation)
    {
        var (items, next) = page.Of(await NewestFirst(entries, page.After, page.Size + 1).ToListAsync(cancellation), e => e.Key);
        return new([.. items.Select(Of)], next);
    }

    /// <summary>So many entries, newest first, after that with the key.</summary>
    internal static IQueryable<AuditEntry> NewestFirst(IQueryable<AuditEntry> entries, string? after, int most) =>
        (after is null ? entries : entries.Where(e => string.Compare(e.Key, after) < 0)).OrderByDescending(e => e.Key).Take(most).AsNoTracking();

    internal static AuditEntryResponse Of(AuditEntry entry) => new()
    {
        Key = entry.Key,
        At = entry.At,
        By = entry.By,
        Account = entry.AccountId?.Value,
        Via = entry.Via,
        From = entry.From,
        Operation = entry.Operation,
        Conference = entry.ConferenceId?.Value,
        Kind = entry.Kind,
        Act = entry.Act,
        Subject = entry.Subject,
        Label = entry.Label,
        Session = entry.SessionId?.Value,
        Changes = entry.Changes is null ? [] : [.. JsonSerializer.Deserialize<JsonElement>(entry.Changes).EnumerateArray().Select(AuditChangeResponse.Of)],
    };
}

/// <summary>What a field held before and after: text, a number, true or false, a list, or null for nothing.</summary>
/// <param name="Field">
/// As in the request that sets it. Fields of a contribution are <c>contributions[CODE].title</c> with the code that it had before, those of the
/// placement <c>placement.room</c>; <c>contributions</c> itself is the codes in order. Texts are cut after 2,000 characters; of a secret only that
/// it was set is told, as "(secret)".
/// </param>
public sealed record AuditChangeResponse(string Field, JsonElement Before, JsonElement After)
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    // What was nothing is not stored.
    internal static AuditChangeResponse Of(JsonElement stored) => new(
        stored.GetProperty("field").GetString()!,
        stored.TryGetProperty("before", out var before) ? before : Nothing,
        stored.TryGetProperty("after", out var after) ? after : Nothing);
}
