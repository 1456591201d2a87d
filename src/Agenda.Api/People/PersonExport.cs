using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.People;

/// <summary>Everything that is kept of a person in one conference.</summary>
public sealed record PersonExport
{
    /// <summary>The slug of the conference.</summary>
    public required string Conference { get; init; }

    public required Instant ExportedAt { get; init; }

    /// <summary>What is entered; null where they are in releases only.</summary>
    public required PersonResponse? Person { get; init; }

    /// <summary>What the file that they were imported from calls them; null when entered here.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>Where they have a role in the programme as it is entered, drafts included.</summary>
    public required IReadOnlyList<ExportedSession> Sessions { get; init; }

    /// <summary>What each release says of them.</summary>
    public required IReadOnlyList<ExportedRelease> Releases { get; init; }

    /// <summary>Releases that cannot be read, so that nobody knows.</summary>
    public required IReadOnlyList<int> UnreadableReleases { get; init; }

    /// <summary>The accounts that are this person.</summary>
    public required IReadOnlyList<ExportedMembership> Memberships { get; init; }

    public required IReadOnlyList<ExportedInvitation> Invitations { get; init; }

    /// <summary>What was changed about them, from the trace of changes.</summary>
    public required IReadOnlyList<ExportedChange> Changes { get; init; }
}

/// <summary>A session in which the person has a role: the roles are of <c>chair</c>, <c>discussant</c>, <c>presenter</c> and <c>author</c>.</summary>
public sealed record ExportedSession(Guid Id, string Code, string Title, string? Abstract, IReadOnlyList<string> Roles, IReadOnlyList<ExportedContribution> Contributions)
{
    internal static ExportedSession Of(Session s, PersonId person) => new(
        s.Id.Value, s.Code, s.Title, s.Abstract,
        [.. s.People.Where(p => p.PersonId == person).OrderBy(p => p.Role).Select(p => p.Role == SessionRole.Chair ? "chair" : "discussant"), .. RolesOf(s.Contributions.SelectMany(c => c.Authors).Where(a => a.PersonId == person).Select(a => a.Presenting))],
        [.. s.Contributions.Where(c => c.Authors.Any(a => a.PersonId == person)).OrderBy(c => c.Position).Select(c => new ExportedContribution(c.Code, c.Title, c.Abstract))]);

    internal static ExportedSession Of(ReleasedSession s, PersonId person) => new(
        s.Id.Value, s.Code, s.Title, s.Abstract,
        [.. s.Chairs.Where(id => id == person).Select(_ => "chair"), .. s.Discussants.Where(id => id == person).Select(_ => "discussant"), .. RolesOf(s.Contributions.SelectMany(c => c.Authors).Where(a => a.Person == person).Select(a => a.Presenting))],
        [.. s.Contributions.Where(c => c.Authors.Any(a => a.Person == person)).Select(c => new ExportedContribution(c.Code, c.Title, c.Abstract))]);

    private static IEnumerable<string> RolesOf(IEnumerable<bool> presenting) => presenting.Distinct().OrderDescending().Select(presents => presents ? "presenter" : "author");
}

/// <summary>A talk or paper of which the person is an author; the abstract is Markdown.</summary>
public sealed record ExportedContribution(string Code, string Title, string? Abstract);

/// <summary>What a release says of the person.</summary>
public sealed record ExportedRelease(
    int Number, Instant PublishedAt, string GivenName, string FamilyName, string? Affiliation, string? Country, string? Biography, IReadOnlyList<LinkEntry> Links, IReadOnlyList<ExportedSession> Sessions)
{
    internal static ExportedRelease Of(ReleaseDocument release, ReleasedPerson p) => new(
        release.Number, release.PublishedAt, p.GivenName, p.FamilyName, p.Affiliation, p.Country, p.Biography, LinkEntry.Of(p.Links),
        [.. release.Sessions.Where(s => ErasedRelease.Shows(s, p.Id)).Select(s => ExportedSession.Of(s, p.Id))]);
}

/// <summary>That an account is the person, and what its role is.</summary>
public sealed record ExportedMembership(ConferenceRole Role, Instant Since, string? Email);

/// <summary>An invitation to be the person.</summary>
public sealed record ExportedInvitation(string Email, ConferenceRole Role, Instant CreatedAt, Instant ExpiresAt, Instant? UsedAt);

/// <summary>That something was done to what is kept of the person; <paramref name="Changes"/> has the fields with what they held before and after.</summary>
public sealed record ExportedChange(Instant At, string Operation, string? Act, string? Label, JsonElement? Changes);
