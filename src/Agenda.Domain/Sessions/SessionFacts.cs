using Agenda.Domain.Conferences;
using Agenda.Domain.Text;

namespace Agenda.Domain.Sessions;

/// <summary>What an organiser says of a session.</summary>
public sealed record SessionFacts(string Code, string Title, SessionType Type)
{
    public Track? Track { get; init; }

    public string? Language { get; init; }

    public string? Abstract { get; init; }

    public SessionStatus Status { get; init; } = SessionStatus.Draft;

    public int? Seats { get; init; }

    public IReadOnlyList<PersonId> Chairs { get; init; } = [];

    public IReadOnlyList<PersonId> Discussants { get; init; } = [];

    public IReadOnlyList<ContributionFacts> Contributions { get; init; } = [];

    public IReadOnlyList<Link> Resources { get; init; } = [];
}
