using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// The link that makes the first administrator: printed at every start until there is one, each time another, of which the last works; once, and
/// never again afterwards.
/// </summary>
internal static class SetUpLink
{
    private const string StoredName = "set-up";

    /// <summary>Makes a secret for the link where nobody administers the installation; null otherwise.</summary>
    public static async Task<string?> PrepareAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (await IsAdministeredAsync(db, cancellation))
            return null;

        var secret = Secret.New();
        if (await db.Keys.SingleOrDefaultAsync(k => k.Name == StoredName, cancellation) is { } present)
            present.Hash = secret.Hash;
        else
            db.Keys.Add(new StoredKey { Name = StoredName, Hash = secret.Hash });
        await db.SaveChangesAsync(cancellation);
        return secret.Text;
    }

    /// <summary>Whether somebody administers the installation who can sign in: then there is no need of first steps any more.</summary>
    public static Task<bool> IsAdministeredAsync(AgendaDbContext db, CancellationToken cancellation) =>
        db.Accounts.AnyAsync(a => a.Administrator && a.PasswordHash != null, cancellation);

    /// <summary>Whether the link still works.</summary>
    public static async Task<bool> IsOpenAsync(AgendaDbContext db, string secret, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(secret);
        return await db.Keys.AnyAsync(k => k.Name == StoredName && k.Hash == hash, cancellation) && !await IsAdministeredAsync(db, cancellation);
    }

    /// <summary>Uses the link up, and with it the key that the first start made; false when somebody else just did.</summary>
    public static async Task<bool> SpendAsync(AgendaDbContext db, string secret, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(secret);
        if (await IsAdministeredAsync(db, cancellation) || await db.Keys.Where(k => k.Name == StoredName && k.Hash == hash).ExecuteDeleteAsync(cancellation) != 1)
            return false;

        await db.Keys.Where(k => k.Name == BootstrapKey.StoredName).ExecuteDeleteAsync(cancellation);
        return true;
    }
}
