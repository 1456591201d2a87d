using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Privacy;
using NodaTime;

namespace Agenda.Infrastructure.Privacy;

/// <summary>Whom to erase, and how far.</summary>
/// <param name="Conference">The conference whose person it is.</param>
/// <param name="Person">In the programme, or in releases only.</param>
/// <param name="Version">The version of the person that was seen; 0 for somebody who is in releases only.</param>
/// <param name="Now">When.</param>
public sealed record ErasureOrder(ConferenceId Conference, PersonId Person, int Version, Instant Now)
{
    /// <summary>Whether the titles of what only they wrote go, too.</summary>
    public bool Titles { get; init; }

    /// <summary>Further words to take out of all texts, such as a nickname.</summary>
    public IReadOnlyList<string> AlsoReplace { get; init; } = [];

    /// <summary>Whether to do everything and save nothing.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What an erasure did.</summary>
public sealed record ErasureReport
{
    /// <summary>What is left of the person; null where they were in releases only.</summary>
    public required Person? Person { get; init; }

    /// <summary>The codes of the sessions of the programme that have them in a role or have lost a text.</summary>
    public required IReadOnlyList<string> Sessions { get; init; }

    /// <summary>The numbers of the releases that were written anew.</summary>
    public required IReadOnlyList<int> Releases { get; init; }

    /// <summary>Where they may still be meant.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>How many more mentions there are.</summary>
    public required int MoreMentions { get; init; }

    /// <summary>Whether the database's file holds nothing of what was deleted; false while others kept it busy, until it is erased from or reorganised the next time.</summary>
    public bool FileIsClean { get; init; } = true;
}

/// <summary>What was done, or why nothing; neither where there is no such person.</summary>
public readonly record struct ErasureOutcome(ErasureReport? Report, Domain.Refusal? Refusal);
