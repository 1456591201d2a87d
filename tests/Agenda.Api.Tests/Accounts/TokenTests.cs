using System.Net;
using System.Net.Http.Headers;
using Agenda.Api.Security;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Accounts;

public sealed class TokenTests : IAsyncDisposable
{
    private readonly AgendaHost host = new();
    private readonly AccountsOf accounts;

    public TokenTests() => accounts = new AccountsOf(host);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_token_is_shown_once_kept_as_its_hash_and_works_until_it_ends()
    {
        var given = await Given.Conference(host);
        var ada = await accounts.AddAsync("Ada");
        await accounts.MemberAsync(ada, given.Slug, ConferenceRole.Editor);
        var browser = await accounts.SignedInAsync(ada);

        var added = (await browser.Add("/api/v1/me/tokens", new { name = "Screen", conference = given.Slug, access = "write", days = 3 })).ShouldBe(HttpStatusCode.Created);

        var secret = added["secret"].GetString()!;
        secret.ShouldStartWith("agenda_");
        secret.Length.ShouldBeGreaterThan(45);
        added.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var listed = (await browser.Read("/api/v1/me/tokens")).ShouldBe(HttpStatusCode.OK);
        listed.Text.ShouldNotContain(secret[8..]);
        listed["items"][0].GetProperty("lastUsedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var stored = await scope.ServiceProvider.GetRequiredService<AgendaDbContext>().ApiTokens.SingleAsync(TestContext.Current.CancellationToken);
            stored.Hash.ShouldBe(Secret.HashOf(secret));
        }

        var program = Program(secret);
        (await program.Add($"{given.Path}/tracks", new { name = "T" })).ShouldBe(HttpStatusCode.Created);
        (await browser.Read("/api/v1/me/tokens"))["items"][0].GetProperty("lastUsedAt").GetString().ShouldBe("2024-01-08T13:00:00Z");
        host.Clock.Now += Duration.FromDays(3) - Duration.FromSeconds(1);
        (await program.Read($"{given.Path}/tracks")).ShouldBe(HttpStatusCode.OK);
        host.Clock.Now += Duration.FromSeconds(1);
        (await program.Read($"{given.Path}/tracks")).ShouldBeProblem(HttpStatusCode.Unauthorized, "expired-token");
        (await browser.Read("/api/v1/me/tokens"))["items"][0].GetProperty("expired").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_use_of_a_token_is_written_down_once_a_minute()
    {
        var ada = await accounts.AddAsync("Ada");
        var (program, browser) = (await accounts.WithTokenAsync(ada), await accounts.SignedInAsync(ada));
        foreach (var (seconds, noted) in ((int, string)[])[(0, "13:00:00"), (59, "13:00:00"), (1, "13:01:00")])
            await Used(seconds, noted);

        async Task Used(int seconds, string noted)
        {
            host.Clock.Now += Duration.FromSeconds(seconds);
            (await program.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
            (await browser.Read("/api/v1/me/tokens"))["items"][0].GetProperty("lastUsedAt").GetString().ShouldBe($"2024-01-08T{noted}Z");
        }
    }

    [Fact]
    public async Task A_token_opens_its_conference_only_and_no_more_than_its_owner_may()
    {
        var (mine, other) = (await Given.Conference(host, "ours"), await Given.Conference(host, "other"));
        var ada = await accounts.AddAsync("Ada");
        await accounts.MemberAsync(ada, mine.Slug, ConferenceRole.Editor);
        await accounts.MemberAsync(ada, other.Slug, ConferenceRole.Owner);
        var program = await accounts.WithTokenAsync(ada, mine.Slug);

        (await program.Read($"{mine.Path}/tracks")).ShouldBe(HttpStatusCode.OK);
        (await program.Add($"{mine.Path}/releases", new { })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
        (await program.Read($"{other.Path}/tracks")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
        (await program.Read(other.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await program.Read("/api/v1/me"))["conferences"].EnumerateArray().Select(c => c.GetProperty("slug").GetString()).ShouldBe(["ours"]);
        (await program.Read("/api/v1/conferences"))["items"].EnumerateArray().Select(c => c.GetProperty("slug").GetString()).ShouldBe(["ours"]);
    }

    [Fact]
    public async Task Tokens_are_revoked_by_their_owner_only_and_at_once()
    {
        var (ada, grace) = (await accounts.AddAsync("Ada"), await accounts.AddAsync("Grace"));
        var program = await accounts.WithTokenAsync(ada);
        var (hers, others) = (await accounts.SignedInAsync(ada), await accounts.SignedInAsync(grace));
        var token = $"/api/v1/me/tokens/{(await hers.Read("/api/v1/me/tokens"))["items"][0].GetProperty("id").GetGuid()}";

        (await others.Send(HttpMethod.Delete, token)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-token");
        (await program.Send(HttpMethod.Delete, token)).ShouldBeProblem(HttpStatusCode.Forbidden, "sign-in-needed");
        (await program.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await hers.Send(HttpMethod.Delete, token)).ShouldBe(HttpStatusCode.NoContent);
        (await program.Read("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-key");
    }

    [Fact]
    public async Task An_account_has_so_many_tokens_at_the_most()
    {
        var ada = await accounts.AddAsync("Ada");
        for (var i = 0; i < ApiToken.Most; i++)
            await accounts.WithTokenAsync(ada);

        (await (await accounts.SignedInAsync(ada)).Add("/api/v1/me/tokens", new { name = "One more" })).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-tokens");
    }

    private HttpClient Program(string secret)
    {
        var client = host.Reader();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }
}
