using System.Net;

namespace Agenda.Api.Tests.Security;

/// <summary>Who calls is what the connection says, unless a proxy that is trusted says otherwise.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("127.0.0.1,::1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "198.51.100.7, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    [InlineData("", "203.0.113.9", "127.0.0.1")]
    public async Task The_address_of_the_last_use_is_that_of_the_caller(string trusted, string forwarded, string seen)
    {
        await using var host = new RateLimitsTests.LimitedHost("Proxy:Trusted", trusted);
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Ada");
        var program = await accounts.WithTokenAsync(account);
        program.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        (await program.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);

        var tokens = await (await accounts.SignedInAsync(account)).Read("/api/v1/me/tokens");
        tokens["items"][0].GetProperty("lastUsedFrom").GetString()!.Replace("::ffff:", "", StringComparison.Ordinal).ShouldBe(seen);
    }

    [Fact]
    public async Task An_entry_that_is_no_address_stops_the_start()
    {
        await using var host = new RateLimitsTests.LimitedHost("Proxy:Trusted", "proxy.example.org");
        Should.Throw<InvalidOperationException>(() => host.Services).Message.ShouldContain("Proxy:Trusted");
    }
}
