using System.Security.Cryptography;
using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Audit;

/// <summary>Who acts in the present request or command, and in which operation; what is saved meanwhile is put down to them.</summary>
public sealed class AuditTrail(TimeProvider? clock = null)
{
    // Tells processes apart that write in the same microsecond.
    private static readonly string Process = RandomNumberGenerator.GetHexString(10, lowercase: true);

    private static int made;

    public AuditActor Actor { get; set; } = AuditActor.Service;

    /// <summary>The operation of the contract, such as <c>editSession</c>; "" outside of any.</summary>
    public string Operation { get; set; } = "";

    /// <summary>The conference that the operation is about; null where it is about the installation.</summary>
    public ConferenceId? Conference { get; set; }

    /// <summary>One time for all that is saved at once.</summary>
    internal Instant Now() => Instant.FromDateTimeOffset((clock ?? TimeProvider.System).GetUtcNow());

    internal AuditEntry EntryOf(AuditNote note, Instant now, AuditNames names) => new()
    {
        Key = KeyAt(now),
        At = now,
        ConferenceId = note.Conference,
        AccountId = Actor.Account,
        By = Actor.Name,
        Via = Actor.Via,
        From = Actor.From,
        Operation = Operation,
        Kind = note.Kind,
        Act = note.Act switch
        {
            AuditAct.Added => "added",
            AuditAct.Changed => "changed",
            AuditAct.Removed => "removed",
            _ => null,
        },
        Subject = note.Subject,
        Label = note.Label is { } label ? names.Tell(label) as string : null,
        SessionId = note.Session,
        Changes = AuditJson.Write(note, names),
    };

    /// <summary>A key before those of all entries that are made at that time or later, and after those of earlier ones.</summary>
    public static string KeyBefore(Instant time) => $"{time.ToUnixTimeTicks() / 10:x14}";

    // Microseconds since 1970, then the order within this process: text that sorts as things happened.
    private static string KeyAt(Instant now) => $"{KeyBefore(now)}{Interlocked.Increment(ref made):x8}{Process}";
}

/// <summary>Somebody, or something, that changes data.</summary>
/// <param name="Account">Null for the bootstrap key, the command line and the service itself.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Via">How it proved who it is: "sign-in", "token NAME", "bootstrap key", "command line".</param>
/// <param name="From">The network address; null where there is none.</param>
public sealed record AuditActor(AccountId? Account, string Name, string Via, string? From)
{
    /// <summary>What the service does by itself, such as making the sample.</summary>
    public static AuditActor Service { get; } = new(null, "service", "service", null);

    public static AuditActor CommandLine { get; } = new(null, "command line", "command line", null);
}
