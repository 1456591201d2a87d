using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// Time-based one-time codes (RFC 6238): six digits, steps of 30 seconds, one step of grace on either side, SHA-1 as all authenticator apps have
/// it. Unlike Identity's own provider it goes by the service's clock and accepts no code twice (§5.2).
/// </summary>
internal sealed class OneTimeCodes(AgendaDbContext db, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const int StepSeconds = 30, Digits = 6, GraceSteps = 1;

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || StepOf(Bytes(key), token) is not { } step)
            return false;

        // In the database, so that of two who send one code at once one is refused.
        return await db.Accounts.Where(a => a.Id == user.Id && a.LastTimeStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastTimeStep, step)) == 1;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => await manager.GetAuthenticatorKeyAsync(user) is not null;

    /// <summary>The code of a time step for a secret (RFC 4226 §5.3).</summary>
    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What the standard asks for and apps have; nothing here depends on collisions.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step of a moment.</summary>
    public static long StepAt(NodaTime.Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The bytes of a secret as apps are given it (RFC 4648 base 32).</summary>
    public static byte[] Bytes(string key)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>();
        int bits = 0, value = 0;
        foreach (var c in key.TrimEnd('='))
        {
            value = (value << 5) | Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            for (bits += 5; bits >= 8; bits -= 8)
                bytes.Add((byte)(value >> (bits - 8)));
            value &= (1 << bits) - 1;
        }

        return [.. bytes];
    }

    private long? StepOf(byte[] key, string code)
    {
        var said = code.Replace(" ", "", StringComparison.Ordinal);
        if (said.Length != Digits)
            return null;

        var now = StepAt(clock.Now());
        long? found = null;
        for (var step = now - GraceSteps; step <= now + GraceSteps; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(key, step)), System.Text.Encoding.UTF8.GetBytes(said)))
                found = step;
        }

        return found;
    }
}
