using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Security;

/// <summary>Links by which the owner of an account chooses a password: one at a time, for a day, once.</summary>
internal sealed class PasswordLinks(AgendaDbContext db, PublicAddress address, TimeProvider clock)
{
    public static readonly Duration Lasts = Duration.FromDays(1);

    /// <summary>Makes a link, which ends an older one, and answers with its address. Saved with whatever else is.</summary>
    public async Task<string> MakeAsync(AccountId account, CancellationToken cancellation)
    {
        var secret = Secret.New();
        var expires = clock.Now() + Lasts;
        if (await db.PasswordLinks.SingleOrDefaultAsync(l => l.AccountId == account, cancellation) is { } present)
            (present.Hash, present.ExpiresAt) = (secret.Hash, expires);
        else
            db.PasswordLinks.Add(new PasswordLink { AccountId = account, Hash = secret.Hash, ExpiresAt = expires });
        return address.PasswordLink(secret.Text);
    }

    /// <summary>The account whose link it is; null for a link that was used, replaced or has expired.</summary>
    public Task<Account?> OwnerAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (Secret.HashOf(secret), clock.Now());
        return db.PasswordLinks.Where(l => l.Hash == hash && l.ExpiresAt > now).Join(db.Accounts.Where(a => !a.Disabled), l => l.AccountId, a => a.Id, (_, a) => a)
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Uses the link up; false when somebody else just did.</summary>
    public async Task<bool> SpendAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (Secret.HashOf(secret), clock.Now());
        return await db.PasswordLinks.Where(l => l.Hash == hash && l.ExpiresAt > now).ExecuteDeleteAsync(cancellation) == 1;
    }
}
