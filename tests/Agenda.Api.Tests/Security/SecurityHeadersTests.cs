using System.Net;
using System.Net.Sockets;
using System.Text;
using Agenda.Api.Security;

namespace Agenda.Api.Tests.Security;

public sealed class SecurityHeadersTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    public static TheoryData<string> Everything =>
        ["/", "/api/v1/conferences", "/api/v1/conferences/none", "/calendars/none.ics", "/openapi/v1.json", "/health/live", "/api/index.html", "/nowhere/at/all", "/api/v1/me", "/api/v1/conferences?limit=x"];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_answer_carries_them(string path)
    {
        var answer = await host.Reader().Read(path);

        Single(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Single(answer, "Referrer-Policy").ShouldBe("strict-origin-when-cross-origin");
        Single(answer, "Strict-Transport-Security").ShouldBe("max-age=31536000");
        Single(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        var policy = Single(answer, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.Contains("unsafe-inline", StringComparison.Ordinal).ShouldBe(path == "/api/index.html");
        policy.ShouldNotContain("script-src 'unsafe");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_may_use_their_own_style_and_forms_and_data_nothing()
    {
        Single(await host.Reader().Read("/"), "Content-Security-Policy").ShouldBe(SecurityHeaders.ForPages);
        Single(await host.Reader().Read("/api/v1/conferences"), "Content-Security-Policy").ShouldNotContain("'self'");
    }

    [Fact]
    public async Task Without_TLS_browsers_are_not_told_to_insist_on_it()
    {
        await using var plain = new RateLimitsTests.LimitedHost("Agenda:PublicUrl", "http://agenda.example.org");
        (await plain.Reader().Read("/")).ShouldBe(HttpStatusCode.OK).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("rooms", 300, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("people", 300, HttpStatusCode.BadRequest)]
    [InlineData("people", 3_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("imports", 3_000, HttpStatusCode.BadRequest)]
    public async Task A_body_may_be_as_large_as_its_operation_needs(string operation, int kilobytes, HttpStatusCode status)
    {
        var slug = $"large-{operation}-{kilobytes}";
        var given = await Given.Conference(host, slug);

        var answer = await given.Organiser.Add($"{given.Path}/{operation}", new { name = new string('x', kilobytes * 1024) });

        answer.Status.ShouldBe(status, answer.Text);
        answer.Code.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_a_caller_sees_is_kept_by_nobody_on_the_way()
    {
        var given = await Given.Conference(host, "kept-by-nobody");
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Ada", administrator: true);
        foreach (var client in (HttpClient[])[await accounts.SignedInAsync(account), await accounts.WithTokenAsync(account), host.Organiser()])
        {
            foreach (var path in (string[])["/people", "/sessions", "/rooms", "/members", "/audit", "/audit.csv", ""])
                (await client.Read(given.Path + path)).ShouldBe(HttpStatusCode.OK).Headers.CacheControl!.Private.ShouldBeTrue(path);
            (await client.Read("/api/v1/conferences")).Headers.CacheControl!.Private.ShouldBeTrue();
        }

        (await host.Reader().Read("/api/v1/conferences")).Headers.CacheControl!.Private.ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_who_may_not_is_answered_before_any_of_their_file_is_read()
    {
        var given = await Given.Conference(host, "not-read");
        var address = host.Reader().BaseAddress!;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();

        // The head of a request whose body never comes.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {given.Path}/imports HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/xml\r\nContent-Length: {Domain.Limits.ImportBytes}\r\n\r\n"), TestContext.Current.CancellationToken);

        using var answer = new StreamReader(stream);
        (await answer.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("HTTP/1.1 401 Unauthorized");
    }

    private static string Single(Answer answer, string header) => answer.Headers.GetValues(header).Single();
}
