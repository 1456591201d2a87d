using Agenda.Domain.Scheduling.Conflicts;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>A rule that the programme breaks.</summary>
public sealed record ConflictResponse
{
    /// <summary>The same as long as the same rule is broken by the same sessions and person.</summary>
    public required Guid Id { get; init; }

    public required ConflictRule Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>One session, or two.</summary>
    public required IReadOnlyList<ConflictSession> Sessions { get; init; }

    /// <summary>Who it is about; empty where it is about nobody.</summary>
    public required IReadOnlyList<ConflictPerson> People { get; init; }

    /// <summary>The slug of the room that it is about; null where it is about none.</summary>
    public required string? Room { get; init; }

    /// <summary>The conference day on which it is; null for what has no time.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>What is wrong, in a sentence: in English, or in the language that <c>Accept-Language</c> prefers of those that there are (<c>en</c>, <c>de</c>); <c>Content-Language</c> says which it is.</summary>
    public required string Reason { get; init; }

    /// <summary>Which arrangement of its sessions it is about: what an acknowledgement has to name.</summary>
    public required string State { get; init; }

    /// <summary>Whether a draft is concerned: it keeps nobody from publishing, since drafts stay out of releases.</summary>
    public required bool Draft { get; init; }

    /// <summary>Null for a conflict that stands.</summary>
    public required AcknowledgementResponse? Acknowledged { get; init; }

    /// <summary>The last acknowledgement that lapsed because a session was arranged anew; null where there is none, or a newer one holds.</summary>
    public required AcknowledgementResponse? Lapsed { get; init; }
}

public sealed record ConflictSession(Guid Id, string Code);

public sealed record ConflictPerson(Guid Id, string Name);

/// <summary>That somebody knows of a conflict and means it to be so.</summary>
/// <param name="By">What they were called then.</param>
public sealed record AcknowledgementResponse(Guid Id, Guid Conflict, string Reason, string By, Instant At)
{
    internal static AcknowledgementResponse Of(Acknowledgement a) => new(a.Id.Value, a.Conflict, a.Reason, a.By, a.At);
}

/// <summary>What an edit did to the conflicts of the programme; one that matters more or less than before is in both lists.</summary>
/// <param name="Caused">Conflicts that were not there before.</param>
/// <param name="Solved">Conflicts that are there no longer, as they were.</param>
/// <param name="Complete">False where there are more than 500 of one kind: the list of conflicts has all.</param>
public sealed record ConflictChanges(IReadOnlyList<ConflictResponse> Caused, IReadOnlyList<ConflictResponse> Solved, bool Complete)
{
    internal const int Most = 500;

    internal static ConflictChanges None { get; } = new([], [], true);
}
