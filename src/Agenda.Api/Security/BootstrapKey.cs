using System.Security.Cryptography;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// The key of automation and of the first steps, which acts as an administrator: <c>Agenda:BootstrapKey</c>, or one that is made at the first
/// start, printed once, kept as its hash only, and dead as soon as there is an administrator who can sign in.
/// </summary>
internal sealed class BootstrapKey(IConfiguration configuration)
{
    public const string Setting = "Agenda:BootstrapKey";

    public const string StoredName = "bootstrap";

    /// <summary>A configured key must not be guessable.</summary>
    private const int ShortestConfigured = 16;

    private readonly byte[]? configured = HashOfConfigured(configuration[Setting]);

    /// <summary>Makes a key where none is configured and nobody administers the installation; answers with its text, which nobody can see again.</summary>
    public async Task<string?> PrepareAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (configured is not null || await db.Keys.AnyAsync(k => k.Name == StoredName, cancellation) || await SetUpLink.IsAdministeredAsync(db, cancellation))
            return null;

        var key = Secret.New();
        db.Keys.Add(new StoredKey { Name = StoredName, Hash = key.Hash });
        await db.SaveChangesAsync(cancellation);
        return key.Text;
    }

    /// <summary>Whether <paramref name="key"/> is the key; takes as long for any other.</summary>
    public async Task<bool> OpensAsync(string key, AgendaDbContext db, CancellationToken cancellation)
    {
        var expected = configured ?? await db.Keys.AsNoTracking().Where(k => k.Name == StoredName).Select(k => k.Hash).SingleOrDefaultAsync(cancellation);
        return expected is not null && CryptographicOperations.FixedTimeEquals(Secret.HashOf(key), expected)
            && (configured is not null || !await SetUpLink.IsAdministeredAsync(db, cancellation));
    }

    private static byte[]? HashOfConfigured(string? key) => key switch
    {
        null or "" => null,
        { Length: < ShortestConfigured } => throw new InvalidOperationException($"{Setting} has fewer than {ShortestConfigured} characters."),
        _ => Secret.HashOf(key),
    };
}
