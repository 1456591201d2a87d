using Agenda.Domain.Conferences;

namespace Agenda.Domain.Sessions;

/// <summary>What is set on a session without saying all else of it anew; what is not said here stays.</summary>
public sealed record SessionMarks
{
    public SessionType? Type { get; init; }

    public Track? Track { get; init; }

    /// <summary>Takes the track away.</summary>
    public bool WithoutTrack { get; init; }

    public SessionStatus? Status { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Leaves it unsaid in which language it is.</summary>
    public bool WithoutLanguage { get; init; }

    /// <summary>Whether any of it can matter to the conflicts of a programme.</summary>
    public bool MatterToConflicts => Type is not null || Status is not null;

    internal SessionTypeId TypeOf(Session session) => Type?.Id ?? session.TypeId;

    internal TrackId? TrackOf(Session session) => WithoutTrack ? null : Track?.Id ?? session.TrackId;

    internal SessionStatus StatusOf(Session session) => Status ?? session.Status;

    internal string? LanguageOf(Session session) => WithoutLanguage ? null : Language ?? session.Language;
}
