using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Accounts;

/// <summary>What somebody sees of their account.</summary>
public sealed record AccountView
{
    public required Account Account { get; init; }

    public required int RecoveryCodes { get; init; }

    public required IReadOnlyList<RoleIn> Roles { get; init; }

    /// <summary>The conferences that a token can be for.</summary>
    public required IReadOnlyList<(ConferenceId Id, string Name)> Conferences { get; init; }

    public required IReadOnlyList<ApiToken> Tokens { get; init; }

    public required IReadOnlyList<SignedIn> Browsers { get; init; }

    /// <summary>The browser in which this is read.</summary>
    public required Guid ThisBrowser { get; init; }

    public required Instant Now { get; init; }

    public string NameOf(ConferenceId? conference) => conference is null ? AccountWords.AllConferences : Conferences.FirstOrDefault(c => c.Id == conference).Name ?? AccountWords.ConferenceWithoutRole;

    internal static async Task<AccountView> ReadAsync(AgendaDbContext db, Caller caller, Instant now, CancellationToken cancellation)
    {
        var id = caller.Account!.Value;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellation);
        var roles = await db.Memberships.Where(m => m.AccountId == id).Join(db.Conferences, m => m.ConferenceId, c => c.Id, (m, c) => new { c.Slug, c.Name, m.Role })
            .OrderBy(r => r.Name).ThenBy(r => r.Slug).ToListAsync(cancellation);
        var conferences = await caller.EnteredConferences(db).OrderBy(c => c.Name).ThenBy(c => c.Slug).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        return new()
        {
            Account = account,
            RecoveryCodes = (account.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
            Roles = [.. roles.Select(r => new RoleIn(r.Slug, r.Name, r.Role))],
            Conferences = [.. conferences.Select(c => (c.Id, c.Name))],
            Tokens = await db.ApiTokens.AsNoTracking().Where(t => t.AccountId == id).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(cancellation),
            Browsers = await db.SignedIn.AsNoTracking().Where(s => s.AccountId == id && s.ExpiresAt > now).OrderByDescending(s => s.Since).ToListAsync(cancellation),
            ThisBrowser = caller.SignedIn!.Value,
            Now = now,
        };
    }
}

/// <summary>What somebody is in a conference.</summary>
public sealed record RoleIn(string Slug, string Conference, ConferenceRole Role);
