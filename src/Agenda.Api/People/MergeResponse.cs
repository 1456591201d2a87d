using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;

namespace Agenda.Api.People;

/// <summary>What became of two people who are one, or would become of them.</summary>
public sealed record MergeResponse
{
    /// <summary>The one who stays, afterwards; after a dry run in the present version.</summary>
    public required PersonResponse Person { get; init; }

    /// <summary>The other, who is removed, as they were called.</summary>
    public required ConflictPerson Other { get; init; }

    /// <summary>Whether it was only tried: nothing was saved then.</summary>
    public required bool DryRun { get; init; }

    /// <summary>What is said of the person now and comes from the other.</summary>
    public required IReadOnlyList<PersonField> Taken { get; init; }

    /// <summary>The sessions in which the other had a role, by code.</summary>
    public required IReadOnlyList<MergedSession> Sessions { get; init; }

    /// <summary>How many members of the conference were the other and are this person now.</summary>
    public required int Members { get; init; }

    /// <summary>How many invitations were for the other and are for this person now.</summary>
    public required int Invitations { get; init; }

    /// <summary>What it does to the conflicts of the programme.</summary>
    public required ConflictChanges Conflicts { get; init; }
}

/// <summary>A session of which roles go from one person to another.</summary>
/// <param name="Version">For the next edit; after a dry run the present one.</param>
public sealed record MergedSession(Guid Id, string Code, int Version, IReadOnlyList<MergedRole> Roles)
{
    /// <summary>The session before its roles are given to the other.</summary>
    internal static MergedSession Of(Session session, PersonId gone, PersonId kept) => new(session.Id.Value, session.Code, session.Version,
    [
        .. session.People.Where(p => p.PersonId == gone).OrderBy(p => p.Role).Select(p => new MergedRole(
            p.Role == SessionRole.Chair ? ProgrammeRole.Chair : ProgrammeRole.Discussant, null, session.People.Any(other => other.Role == p.Role && other.PersonId == kept))),
        .. session.Contributions.OrderBy(c => c.Position).SelectMany(c => c.Authors.Where(a => a.PersonId == gone).Select(a => new MergedRole(
            a.Presenting ? ProgrammeRole.Presenter : ProgrammeRole.Author, c.Code, c.Authors.Any(other => other.PersonId == kept)))),
    ]);
}

/// <summary>A role that the other had.</summary>
/// <param name="Contribution">The code of the contribution that they are an author of; null for a role in the session.</param>
/// <param name="Joined">Whether the one who stays was there as well, so that the two are one entry now.</param>
public sealed record MergedRole(ProgrammeRole Role, string? Contribution, bool Joined);
