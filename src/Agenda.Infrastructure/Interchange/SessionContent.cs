using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>What a session is, as facts that can be compared with what it is to be.</summary>
internal static class SessionContent
{
    public static SessionFacts Of(Session session, ImportedReferences references) => new(session.Code, session.Title, references.TypesById[session.TypeId])
    {
        Track = session.TrackId is { } track ? references.TracksById[track] : null,
        Language = session.Language,
        Abstract = session.Abstract,
        Status = session.Status,
        Seats = session.Seats,
        Chairs = InOrder(session, SessionRole.Chair),
        Discussants = InOrder(session, SessionRole.Discussant),
        Contributions = [.. session.Contributions.OrderBy(c => c.Position).Select(c => new ContributionFacts(c.Code, c.Title)
        {
            Abstract = c.Abstract,
            Minutes = c.Minutes,
            Authors = [.. c.Authors.OrderBy(a => a.Position).Select(a => new AuthorFacts(a.PersonId, a.Presenting))],
        })],
        Resources = [.. session.Resources],
    };

    public static bool Same(SessionFacts a, SessionFacts b) =>
        a.Code == b.Code && a.Title == b.Title && a.Type.Id == b.Type.Id && a.Track?.Id == b.Track?.Id && a.Language == b.Language && a.Abstract == b.Abstract
        && a.Status == b.Status && a.Seats == b.Seats && a.Chairs.SequenceEqual(b.Chairs) && a.Discussants.SequenceEqual(b.Discussants) && a.Resources.SequenceEqual(b.Resources)
        && a.Contributions.Count == b.Contributions.Count && a.Contributions.Zip(b.Contributions).All(pair => Same(pair.First, pair.Second));

    private static bool Same(ContributionFacts a, ContributionFacts b) =>
        a.Code == b.Code && a.Title == b.Title && a.Abstract == b.Abstract && a.Minutes == b.Minutes && a.Authors.SequenceEqual(b.Authors);

    private static Agenda.Domain.PersonId[] InOrder(Session session, SessionRole role) =>
        [.. session.People.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId)];
}
