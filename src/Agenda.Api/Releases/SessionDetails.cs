using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Resources;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Releases;

/// <summary>One session with everything public: what the agenda says of it, its texts and its links.</summary>
public sealed record SessionDetails
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required AgendaType Type { get; init; }

    public required AgendaTrack? Track { get; init; }

    /// <summary>The day on which it starts.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? Start { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? End { get; init; }

    public required Instant? StartUtc { get; init; }

    public required Instant? EndUtc { get; init; }

    /// <summary>The offset of the conference's zone at the start.</summary>
    public required Offset? UtcOffset { get; init; }

    public required AgendaRoom? Room { get; init; }

    public required IReadOnlyList<AgendaPerson> Chairs { get; init; }

    public required IReadOnlyList<AgendaPerson> Discussants { get; init; }

    public required string? Language { get; init; }

    /// <summary>Confirmed or cancelled.</summary>
    public required SessionStatus Status { get; init; }

    /// <summary>Markdown as it was entered.</summary>
    public required string? Abstract { get; init; }

    /// <summary>The abstract as HTML, safe to put into a page: raw HTML in it is shown as text.</summary>
    public required string? AbstractHtml { get; init; }

    public required IReadOnlyList<ContributionDetails> Contributions { get; init; }

    public required IReadOnlyList<LinkEntry> Resources { get; init; }

    /// <summary>The files that can be read now, of the session and of its contributions. Left out where there are none, and where a release is asked for by its number: files belong to none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PublicFile>? Files { get; init; }

    /// <summary>The live links that are visible now, of the session and of its contributions, beside `resources`, which are those of the release. Left out where there are none, and where a release is asked for by its number: live links belong to none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PublicLink>? Links { get; init; }

    /// <summary>The session's page.</summary>
    public required string Url { get; init; }

    internal static SessionDetails Of(PublishedSession session, string conference, PublicAddress address)
    {
        var brief = AgendaSession.Of(session, conference, address);
        return new SessionDetails
        {
            Id = brief.Id,
            Code = brief.Code,
            Title = brief.Title,
            Type = brief.Type,
            Track = brief.Track,
            Day = brief.Day,
            Start = brief.Start,
            End = brief.End,
            StartUtc = brief.StartUtc,
            EndUtc = brief.EndUtc,
            UtcOffset = brief.UtcOffset,
            Room = brief.Room,
            Chairs = brief.Chairs,
            Discussants = brief.Discussants,
            Language = brief.Language,
            Status = brief.Status,
            Abstract = session.Abstract,
            AbstractHtml = session.Abstract is null ? null : Releases.AbstractHtml.Render(session.Abstract),
            Contributions = [.. session.Contributions.Select(ContributionDetails.Of)],
            Resources = LinkEntry.Of(session.Resources),
            Url = brief.Url,
        };
    }
}

/// <summary>A talk or paper with its abstract.</summary>
public sealed record ContributionDetails(
    Guid Id, string Code, string Title, LocalDateTime? Start, int? Minutes, IReadOnlyList<AgendaAuthor> Authors, string? Abstract, string? AbstractHtml)
{
    internal static ContributionDetails Of(PublishedContribution c) => new(
        c.Released.Id.Value, c.Released.Code, c.Released.Title, c.Start?.LocalDateTime, c.Released.Minutes, AgendaAuthor.Of(c),
        c.Released.Abstract, c.Released.Abstract is null ? null : Releases.AbstractHtml.Render(c.Released.Abstract));
}
