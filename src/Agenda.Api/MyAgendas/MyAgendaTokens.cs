using System.Buffers.Text;
using System.Security.Cryptography;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.MyAgendas;

/// <summary>
/// The tokens of attendees' own agendas: 128 random bits and a mark that only this installation can make (HMAC-SHA-256, cut to 64 bits). A guessed
/// token is told by its mark, so that a million of them ask the database nothing. What is stored is the SHA-256.
/// </summary>
internal sealed class MyAgendaTokens(IServiceScopeFactory scopes)
{
    private const string KeyName = "my-agendas";
    private const int KeyBytes = 32, RandomBytes = 16, MarkBytes = 8;

    // Base64 without padding; 24 bytes fill 32 characters.
    private const int Letters = (RandomBytes + MarkBytes) * 8 / 6;

    private byte[]? key;

    /// <summary>Makes the key of this installation, or reads it.</summary>
    public async ValueTask PrepareAsync(CancellationToken cancellation)
    {
        if (key is not null)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var made = new TokenKey { Name = KeyName, Bytes = RandomNumberGenerator.GetBytes(KeyBytes) };
        if (!await db.TokenKeys.AnyAsync(k => k.Name == KeyName, cancellation))
        {
            db.TokenKeys.Add(made);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process that starts was faster: its key counts, and is read below. Any other trouble shows there.
                db.ChangeTracker.Clear();
            }
        }

        key = await db.TokenKeys.AsNoTracking().Where(k => k.Name == KeyName).Select(k => k.Bytes).SingleAsync(cancellation);
    }

    public async ValueTask<string> NewAsync(MyAgendaToken kind, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return New(kind);
    }

    /// <summary>Whether a text can be a token of that kind at all.</summary>
    public async ValueTask<bool> IsOursAsync(MyAgendaToken kind, string text, CancellationToken cancellation)
    {
        if (text.Length != Prefix(kind).Length + Letters || !text.StartsWith(Prefix(kind), StringComparison.Ordinal))
            return false;

        await PrepareAsync(cancellation);
        return IsMarked(kind, text);
    }

    private string New(MyAgendaToken kind)
    {
        Span<byte> token = stackalloc byte[RandomBytes + MarkBytes];
        RandomNumberGenerator.Fill(token[..RandomBytes]);
        Mark(kind, token[..RandomBytes], token[RandomBytes..]);
        return Prefix(kind) + Base64Url.EncodeToString(token);
    }

    private bool IsMarked(MyAgendaToken kind, string text)
    {
        Span<byte> token = stackalloc byte[RandomBytes + MarkBytes], mark = stackalloc byte[MarkBytes];
        if (Base64Url.DecodeFromChars(text.AsSpan(Prefix(kind).Length), token, out _, out var length) != System.Buffers.OperationStatus.Done || length != token.Length)
            return false;

        Mark(kind, token[..RandomBytes], mark);
        return CryptographicOperations.FixedTimeEquals(mark, token[RandomBytes..]);
    }

    private void Mark(MyAgendaToken kind, ReadOnlySpan<byte> random, Span<byte> mark)
    {
        Span<byte> marked = stackalloc byte[1 + RandomBytes], whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        marked[0] = (byte)kind;
        random.CopyTo(marked[1..]);
        HMACSHA256.HashData(key!, marked, whole);
        whole[..MarkBytes].CopyTo(mark);
    }

    // The one that stands in an address is short; the other says what it is.
    private static string Prefix(MyAgendaToken kind) => kind == MyAgendaToken.Edit ? "myagenda_" : "";
}

/// <summary>What a token is for.</summary>
internal enum MyAgendaToken
{
    /// <summary>Reads and changes what is starred.</summary>
    Edit = 1,

    /// <summary>Stands in the address of the feed.</summary>
    Feed = 2,
}
