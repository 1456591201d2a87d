using System.Globalization;
using System.Net;
using Agenda.Api.Security;
using Agenda.Api.Tests.MyAgendas;
using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Security;

public sealed class RateLimitsTests
{
    [Fact]
    public async Task An_address_that_asks_too_much_is_told_when_to_come_back_and_others_are_served()
    {
        await using var host = new LimitedHost("Limits:RequestsPerMinute", "30", proxies: "127.0.0.0/8,::1");
        var reader = host.Reader();

        // Ten seconds' worth may come at once.
        for (var i = 0; i < 5; i++)
            (await reader.Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
        var refused = (await reader.Read("/api/v1/conferences")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");

        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 10);
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await From(host, "203.0.113.9").Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
        foreach (var page in (string[])["/", "/calendars/x.ics", "/api/v1/me"])
            (await reader.Read(page)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task A_network_of_IPv6_counts_as_one_reader()
    {
        await using var host = new LimitedHost("Limits:RequestsPerMinute", "6", proxies: "127.0.0.0/8,::1");

        (await From(host, "2001:db8:1:2::1").Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
        (await From(host, "2001:db8:1:2:ffff::2").Read("/api/v1/conferences")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await From(host, "2001:db8:1:3::1").Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_has_a_share_of_its_own()
    {
        await using var host = new LimitedHost("Limits:TokenRequestsPerMinute", "12");
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Ada");
        var (busy, other) = (await accounts.WithTokenAsync(account), await accounts.WithTokenAsync(account));

        (await busy.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await busy.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await busy.Read("/api/v1/me")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await other.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await host.Reader().Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_makes_so_many_agendas_of_attendees_and_those_it_made_are_served()
    {
        await using var host = new LimitedHost("Limits:MyAgendasPerMinute", "3", proxies: "127.0.0.0/8,::1");
        var attendee = await Attendee.NewAsync(host);
        for (var i = 0; i < 2; i++)
            await Attendee.NewAsync(host);

        var refused = (await host.Reader().Send(HttpMethod.Post, "/api/v1/my-agendas")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-requests");

        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 20);
        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK);
        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK);
        await Attendee.NewAsync(From(host, "203.0.113.9"), host.Reader());
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void Addresses_are_told_apart_as_readers_are(string one, string other, bool same) =>
        (RateLimits.Network(IPAddress.Parse(one)) == RateLimits.Network(IPAddress.Parse(other))).ShouldBe(same);

    private static HttpClient From(AgendaHost host, string address)
    {
        var client = host.Reader();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    internal sealed class LimitedHost(string setting, string value, string? proxies = null) : AgendaHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(setting, value);
            if (proxies is not null)
                builder.UseSetting("Proxy:Trusted", proxies);
        }
    }
}
