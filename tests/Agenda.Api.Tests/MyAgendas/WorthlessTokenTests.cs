using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Agenda.Api.Tests.Databases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.MyAgendas;

/// <summary>What somebody learns who guesses addresses of private feeds, or has one that was replaced; and what it costs the database.</summary>
public sealed partial class WorthlessTokenTests : IAsyncLifetime
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly CountingHost host = new();
    private IReadOnlyDictionary<string, Guid> sessions = null!;

    public async ValueTask InitializeAsync()
    {
        await host.MigrateAsync();
        (_, sessions) = await Starred.ConferenceAsync(host, "guessed");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Addresses_that_open_nothing_are_answered_alike_whatever_they_were()
    {
        var (replaced, removed, expired, kept) = (await New(), await New(), await New(), await New());
        foreach (var attendee in (Attendee[])[replaced, removed, expired, kept])
            (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK);
        var was = await replaced.ReplaceFeedTokenAsync();
        (await removed.Own.Send(HttpMethod.Delete, Attendee.Mine)).ShouldBe(HttpStatusCode.NoContent);
        host.Clock.Now += Duration.FromDays(200);
        foreach (var used in (Attendee[])[kept, replaced])
            await used.StarredAsync(sessions["S-11"]);
        await ExpireAsync();
        // What was read is believed for a second, for which no test should wait.
        host.Get<MyFeeds>().Forget(Secret.HashOf(expired.FeedToken));

        string[] worthless =
        [
            was, removed.FeedToken, expired.FeedToken, Guess(), Guess(), "x", "", new string('A', 32), new string('A', 5_000), kept.EditToken, kept.FeedToken[..^1], kept.FeedToken + "A", kept.FeedToken.ToUpperInvariant(),
            $"{kept.FeedToken}%20", $"%20{kept.FeedToken}", $"{kept.FeedToken}.ics", "a%2Fb", "%F0%9F%98%80",
        ];
        var answers = new Dictionary<string, string>();
        foreach (var token in worthless)
        {
            foreach (var method in (string[])["GET", "HEAD"])
                answers[$"{method} {token}"] = await Said(method, Attendee.FeedAt(token));
        }

        answers.Where(a => a.Key.StartsWith("GET", StringComparison.Ordinal)).GroupBy(a => a.Value, a => a.Key).ShouldHaveSingleItem().Key.ShouldContain("unknown-feed");
        answers.Where(a => a.Key.StartsWith("HEAD", StringComparison.Ordinal)).GroupBy(a => a.Value, a => a.Key).ShouldHaveSingleItem();
        answers[$"GET {was}"].ShouldContain("Cache-Control: no-store");
        answers[$"GET {was}"].ShouldContain("Referrer-Policy: no-referrer");
        answers[$"GET {was}"].ShouldContain("X-Robots-Tag: noindex");
    }

    [Fact]
    public async Task Guessed_tokens_ask_the_database_nothing()
    {
        var attendee = await New();
        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK);
        var reader = host.Reader();
        var nearMisses = Enumerable.Range(0, attendee.FeedToken.Length).SelectMany(i => Letters.Where(c => c != attendee.FeedToken[i]).Take(8).Select(c => $"{attendee.FeedToken[..i]}{c}{attendee.FeedToken[(i + 1)..]}"));
        var guesses = Enumerable.Range(0, 5_000).Select(_ => Guess()).Concat(nearMisses).ToList();
        guesses.Count.ShouldBeGreaterThan(5_200);
        host.Commands.Count = 0;

        await Parallel.ForEachAsync(guesses, TestContext.Current.CancellationToken, async (token, _) => (await FeedRead.GetAsync(reader, Attendee.FeedAt(token))).ShouldBe(HttpStatusCode.NotFound));
        foreach (var token in guesses[^200..])
        {
            reader.DefaultRequestHeaders.Authorization = new("Bearer", $"myagenda_{token}");
            (await reader.Read(Attendee.Mine)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        }

        host.Commands.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_was_one_asks_the_database_once_a_second_at_the_most_however_many_ask_at_once()
    {
        var attendee = await New();
        var (reader, was) = (host.Reader(), await attendee.ReplaceFeedTokenAsync());
        await reader.Read("/");
        host.Commands.Count = 0;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ => (await FeedRead.GetAsync(reader, Attendee.FeedAt(was))).ShouldBe(HttpStatusCode.NotFound)));

        host.Commands.Count.ShouldBeInRange(1, 1 + (int)watch.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task A_feed_asks_the_database_once_a_second_at_the_most_however_many_read_it_at_once()
    {
        var attendee = await New();
        await attendee.ReadFeedAsync();
        await attendee.StarredAsync(sessions["S-13"]);
        (await attendee.ReadFeedAsync()).Events.Count.ShouldBe(2);
        host.Commands.Count = 0;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ => (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK)));

        host.Commands.Count.ShouldBeLessThanOrEqualTo(3 * (1 + (int)watch.Elapsed.TotalSeconds));
    }

    private static string Guess() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    private async Task<Attendee> New()
    {
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        return attendee;
    }

    // Everything but when, and the number of the request.
    private async Task<string> Said(string method, string path)
    {
        var answer = await FeedRead.GetAsync(host.Reader(), path, method: method);
        var headers = answer.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}");
        return Traces().Replace($"{answer.Status}\n{string.Join('\n', headers)}\n{answer.Text}", "");
    }

    private async Task ExpireAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        (await MyAgendaExpiry.RunAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), host.Clock.Now, 90, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Traces();
}
