using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Security;

/// <summary>Makes accounts, and clients that act for them, without the way through the pages.</summary>
internal sealed class AccountsOf(AgendaHost host)
{
    private static readonly ConditionalWeakTable<AgendaHost, Dictionary<string, (Account, HttpClient)>> Kept = [];

    private static int unique;

    /// <summary>An account and its client, made once for the host under this name.</summary>
    public async Task<(Account Account, HttpClient Client)> OnceAsync(string name, Func<Task<(Account, HttpClient)>> make)
    {
        var kept = Kept.GetOrCreateValue(host);
        return kept.TryGetValue(name, out var known) ? known : kept[name] = await make();
    }

    public async Task<Account> AddAsync(string name, bool administrator = false)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var account = new Account($"{name}.{Interlocked.Increment(ref unique)}@example.org", name, host.Clock.Now) { Administrator = administrator };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded.ShouldBeTrue();
        return account;
    }

    /// <summary>Gives the account a role in a conference.</summary>
    public Task MemberAsync(Account account, string slug, ConferenceRole role, Guid? person = null) => ChangeAsync(async db =>
    {
        var conference = await db.Conferences.SingleAsync(c => c.Slug == slug, TestContext.Current.CancellationToken);
        db.Memberships.Add(new Membership(conference.Id, account.Id, role, person is { } id ? new PersonId(id) : null, host.Clock.Now));
    });

    public async Task ChangeAsync(Func<AgendaDbContext, Task> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A client with a personal token.</summary>
    public async Task<HttpClient> WithTokenAsync(Account account, string? slug = null, TokenAccess access = TokenAccess.Write, int days = 30)
    {
        var secret = Secret.New(Secret.TokenPrefix);
        await ChangeAsync(async db =>
        {
            var only = slug is null ? null : (await db.Conferences.SingleAsync(c => c.Slug == slug, TestContext.Current.CancellationToken)).Id as ConferenceId?;
            db.ApiTokens.Add(new ApiToken(account.Id, "For tests", only, access, secret.Hash, host.Clock.Now, days));
        });
        var client = host.Reader();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret.Text);
        return client;
    }

    /// <summary>The cookie of a browser in which the account is signed in, as <c>name=value</c>.</summary>
    public async Task<string> CookieAsync(Account account)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await Callers.SignInAsync(http, scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), account, host.Clock.Now);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>A client like the pages of a browser in which the account is signed in: with its cookie and the token against forged requests.</summary>
    public async Task<HttpClient> SignedInAsync(Account account) => await ConfirmedAsync(WithCookie(await CookieAsync(account)));

    /// <summary>Lets a client that has the cookie read the token against forged requests, and send it from then on.</summary>
    public static async Task<HttpClient> ConfirmedAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative), TestContext.Current.CancellationToken);
        var me = (await response.Read()).ShouldBe(HttpStatusCode.OK);
        var form = response.Headers.GetValues("Set-Cookie").Single(c => c.Contains("form", StringComparison.Ordinal)).Split(';')[0];
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie}; {form}");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me["csrfToken"].GetString());
        return client;
    }

    /// <summary>A client that sends this cookie and no others.</summary>
    public HttpClient WithCookie(string cookie, HttpMessageHandler? handler = null)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Reader().BaseAddress };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }
}
