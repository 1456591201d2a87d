using System.Net.Http.Headers;
using Agenda.Api.Tests.Contract;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;

namespace Agenda.Api.Tests.Security;

/// <summary>Everybody who can call.</summary>
public enum CallerKind
{
    Anonymous,
    UnknownKey,
    Reader,
    Chair,
    ChairOfAnother,
    Editor,
    Organiser,
    Owner,
    Administrator,
    BootstrapKey,
    NoRole,
    OwnerOfAnother,
    TokenOfAnother,
    AdministratorsTokenOfAnother,
    ReadToken,
    AdministratorsReadToken,
    ExpiredToken,
    DisabledAccount,
    DisabledInBrowser,
    OldCookie,
    AdministratorInBrowser,
    InBrowserWithoutToken,
    Attendee,
}

/// <summary>A conference with one of everything, and a client for each caller, made when it is needed.</summary>
internal sealed class EveryCaller
{
    private readonly Dictionary<CallerKind, HttpClient> clients = [];
    private readonly AgendaHost host;
    private readonly AccountsOf accounts;
    private readonly FilledConference filled;
    private Given? another;

    private EveryCaller(AgendaHost host, FilledConference filled) => (this.host, this.filled, accounts) = (host, filled, new AccountsOf(host));

    public static async Task<EveryCaller> MakeAsync(AgendaHost host, string slug, Operation operation) => new(host, await FilledConference.MakeAsync(host, slug, operation));

    public async Task<Answer> Send(Operation operation, CallerKind caller, string name)
    {
        if (!clients.TryGetValue(caller, out var client))
            clients[caller] = client = await ClientOf(caller);

        return await client.Send(new HttpMethod(operation.Method), filled.AddressToSend(operation), filled.BodyToSend(operation, name), await filled.TagAsync(operation));
    }

    private async Task<HttpClient> ClientOf(CallerKind caller) => caller switch
    {
        CallerKind.Anonymous => host.Reader(),
        CallerKind.Attendee => (await filled.AttendeeAsync()).Own,
        CallerKind.BootstrapKey => host.Organiser(),
        CallerKind.UnknownKey => WithKey(AgendaHost.Key + "x"),
        CallerKind.Chair => await Member(caller, ConferenceRole.Chair, person: filled.PersonId),
        CallerKind.ChairOfAnother => await Member(caller, ConferenceRole.Chair, person: (await filled.Given.Person("Chairs", "Nothing")).Id),
        CallerKind.NoRole => await accounts.WithTokenAsync(await accounts.AddAsync("Nobody")),
        CallerKind.OwnerOfAnother => await accounts.WithTokenAsync(await OwnerOfAnother(await accounts.AddAsync("Other"))),
        CallerKind.TokenOfAnother => await Member(caller, ConferenceRole.Owner, async account => await accounts.WithTokenAsync(await OwnerOfAnother(account), (await Another()).Slug)),
        CallerKind.ReadToken => await Member(caller, ConferenceRole.Owner, account => accounts.WithTokenAsync(account, access: TokenAccess.Read)),
        CallerKind.ExpiredToken => await Member(caller, ConferenceRole.Owner, account => accounts.WithTokenAsync(account, days: -1)),
        CallerKind.Administrator => await accounts.WithTokenAsync(filled.Account),
        CallerKind.AdministratorsReadToken => await accounts.WithTokenAsync(filled.Account, access: TokenAccess.Read),
        CallerKind.AdministratorsTokenOfAnother => await accounts.WithTokenAsync(filled.Account, (await Another()).Slug),
        CallerKind.AdministratorInBrowser => filled.InBrowser,
        CallerKind.InBrowserWithoutToken => accounts.WithCookie(await accounts.CookieAsync(filled.Account)),
        CallerKind.DisabledAccount => await Member(caller, ConferenceRole.Owner, account => Changed(account, a => accounts.WithTokenAsync(a), a => a.Disabled = true)),
        CallerKind.DisabledInBrowser => await Member(caller, ConferenceRole.Owner, account => Changed(account, accounts.SignedInAsync, a => a.Disabled = true)),
        CallerKind.OldCookie => await Member(caller, ConferenceRole.Owner, account => Changed(account, accounts.SignedInAsync, a => a.SecurityStamp = "renewed")),
        _ => await Member(caller, Enum.Parse<ConferenceRole>($"{caller}")),
    };

    // The same account and client for all conferences of the host; its role is in this one as well.
    private async Task<HttpClient> Member(CallerKind caller, ConferenceRole role, Func<Account, Task<HttpClient>>? client = null, Guid? person = null)
    {
        var (account, made) = await accounts.OnceAsync($"{caller}", async () =>
        {
            var account = await accounts.AddAsync($"{caller}");
            return (account, await (client ?? (a => accounts.WithTokenAsync(a)))(account));
        });
        await accounts.MemberAsync(account, filled.Given.Slug, role, person);
        return made;
    }

    private async Task<Given> Another() => another ??= await Given.Conference(host, $"{filled.Given.Slug}-other");

    private async Task<Account> OwnerOfAnother(Account account)
    {
        await accounts.MemberAsync(account, (await Another()).Slug, ConferenceRole.Owner);
        return account;
    }

    private async Task<HttpClient> Changed(Account account, Func<Account, Task<HttpClient>> client, Action<Account> change)
    {
        var made = await client(account);
        await accounts.ChangeAsync(async db => change((await db.FindAsync<Account>(account.Id))!));
        return made;
    }

    private HttpClient WithKey(string key)
    {
        var client = host.Reader();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
