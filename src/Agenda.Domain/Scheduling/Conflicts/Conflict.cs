using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>A rule that the programme breaks, in one session or between two.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">How much it matters to the conference.</param>
/// <param name="First">The session, or that of two which starts first, or which the other must follow.</param>
/// <param name="Second">The other session; null where the rule is about one.</param>
/// <param name="Person">Who it is about; null where it is about nobody.</param>
public sealed record Conflict(ConflictRule Rule, Severity Severity, PlannedSession First, PlannedSession? Second = null, PersonId? Person = null)
{
    private Guid? id;

    /// <summary>The same for the same rule, sessions and person, whatever else changes; in every process.</summary>
    public Guid Id => id ??= MakeId();

    /// <summary>Tells one arrangement of its sessions from another.</summary>
    public string State
    {
        get
        {
            var (low, high) = Second is null || First.Id.Value.CompareTo(Second.Id.Value) < 0 ? (First, Second) : (Second, First);
            return high is null ? low.Arrangement.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low.Arrangement}.{high.Arrangement}");
        }
    }

    /// <summary>Whether it is about what the next release would say: drafts stay out of that.</summary>
    public bool IsOfConfirmed => First.IsConfirmed && Second is null or { IsConfirmed: true };

    public bool Involves(SessionId session) => First.Id == session || Second?.Id == session;

    private Guid MakeId()
    {
        Span<byte> key = stackalloc byte[64];
        key.Clear();
        Span<Guid> sessions = [First.Id.Value, Second?.Id.Value ?? default];
        sessions.Sort();
        sessions[0].TryWriteBytes(key);
        sessions[1].TryWriteBytes(key[16..]);
        (Person?.Value ?? default).TryWriteBytes(key[32..]);
        // By its name: numbers of rules may change.
        BinaryPrimitives.WriteInt64LittleEndian(key[48..], BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes(Rule.ToString()))));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, digest);
        return new Guid(digest[..16]);
    }
}
