using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// The one key that opens the organiser operations: <c>Agenda:BootstrapKey</c>, or one that is made at the first start, printed once and
/// kept as its hash only.
/// </summary>
internal sealed class BootstrapKey(IConfiguration configuration)
{
    public const string Setting = "Agenda:BootstrapKey";

    /// <summary>A configured key must not be guessable.</summary>
    private const int ShortestConfigured = 16;

    private const string StoredName = "bootstrap";

    private byte[]? hash;

    /// <summary>Makes the key ready; answers with its text when it was made just now, which is the only time that anybody can see it.</summary>
    /// <exception cref="InvalidOperationException">The configured key is too short.</exception>
    public async Task<string?> PrepareAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (configuration[Setting] is { Length: > 0 } configured)
        {
            if (configured.Length < ShortestConfigured)
                throw new InvalidOperationException($"{Setting} has fewer than {ShortestConfigured} characters.");
            hash = HashOf(configured);
            return null;
        }

        if (await db.Keys.AsNoTracking().SingleOrDefaultAsync(k => k.Name == StoredName, cancellation) is { } stored)
        {
            hash = stored.Hash;
            return null;
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        hash = HashOf(key);
        db.Keys.Add(new StoredKey { Name = StoredName, Hash = hash });
        await db.SaveChangesAsync(cancellation);
        return key;
    }

    /// <summary>Whether <paramref name="key"/> is the key; takes as long for any other.</summary>
    public bool Opens(string key) => hash is not null && CryptographicOperations.FixedTimeEquals(HashOf(key), hash);

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
