using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>A copy of a session, as releases hold it, turned back into what organisers say of one.</summary>
public static class SessionCopy
{
    /// <summary>What a release that is published now would hold of a session; its history is not worked out.</summary>
    public static ReleasedSession Of(Session session, ConferenceZone zone) => Publishing.Copy(session, zone);

    /// <summary>Makes a session again what a copy of it says, its notes and seats left alone.</summary>
    public static void Restore(Session session, ReleasedSession copy, RestoredReferences references) =>
        session.Restore(FactsOf(copy, references, session.Seats), PlacementOf(copy));

    internal static SessionFacts FactsOf(ReleasedSession copy, RestoredReferences references, int? seats) => new(copy.Code, copy.Title, references.Type(copy.Type))
    {
        Track = copy.Track is { } track ? references.Track(track) : null,
        Language = copy.Language,
        Abstract = copy.Abstract,
        Status = copy.Status,
        Seats = seats,
        Chairs = copy.Chairs,
        Discussants = copy.Discussants,
        Contributions = [.. copy.Contributions.Select(c => new ContributionFacts(c.Code, c.Title)
        {
            Id = c.Id,
            Abstract = c.Abstract,
            Minutes = c.Minutes,
            Authors = [.. c.Authors.Select(a => new AuthorFacts(a.Person, a.Presenting))],
        })],
        Resources = copy.Resources,
    };

    internal static Placement? PlacementOf(ReleasedSession copy) =>
        copy is { LocalStart: { } start, Minutes: { } minutes } ? new Placement(copy.Room, new TimeSlot(start, minutes, copy.Offset)) : null;
}
