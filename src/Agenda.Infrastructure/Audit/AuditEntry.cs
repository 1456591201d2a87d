using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Audit;

/// <summary>One line of the trace: who did what to one thing, when and from where. It names things by id and as they were called then, and outlives them.</summary>
public sealed class AuditEntry
{
    /// <summary>Orders entries by when they were made; unique.</summary>
    public required string Key { get; init; }

    public required Instant At { get; init; }

    /// <summary>Null for what concerns the installation.</summary>
    public ConferenceId? ConferenceId { get; init; }

    /// <summary>The account that did it; null for the bootstrap key, the command line and the service itself.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>What the account, or whatever else did it, was called then.</summary>
    public required string By { get; init; }

    /// <summary>How it proved who it is: "sign-in", "token" with its name, "bootstrap key", "command line".</summary>
    public required string Via { get; init; }

    /// <summary>The network address; null where there is none.</summary>
    public string? From { get; init; }

    /// <summary>The operation of the contract, such as <c>editSession</c>, or what else happened.</summary>
    public required string Operation { get; init; }

    /// <summary>What kind of thing it was done to, such as "session".</summary>
    public required string Kind { get; init; }

    /// <summary>"added", "changed", "removed", or null where nothing of that kind happened.</summary>
    public string? Act { get; init; }

    public Guid? Subject { get; init; }

    /// <summary>What the thing was called then: a code, a slug, a name.</summary>
    public string? Label { get; set; }

    /// <summary>The session concerned, if any.</summary>
    public SessionId? SessionId { get; init; }

    /// <summary>The changed fields with what they held before and after, as JSON.</summary>
    public string? Changes { get; set; }
}
