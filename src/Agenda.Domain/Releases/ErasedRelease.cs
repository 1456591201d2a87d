using Agenda.Domain.Privacy;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>
/// A release without a person: a placeholder for the name, and without what they wrote and where they are named. Number, ids, order, plan and
/// SEQUENCE stay; what calendars show differently has changed at <see cref="ReleaseDocument.RevisedAt"/>, so that they take the new text.
/// </summary>
public static class ErasedRelease
{
    /// <summary>The release without the person; null where nothing of them is in it.</summary>
    public static ReleaseDocument? Of(ReleaseDocument release, Erasure erasure, Instant now)
    {
        // After what was said before, also within its second and when a clock was set back: calendars and HTTP compare seconds.
        var at = Instant.Max(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()), release.ModifiedAt + Duration.FromSeconds(1));
        var shown = release.People.Any(p => p.Id == erasure.Person && !p.IsErased);
        var people = Mapped(release.People, p => p.Id == erasure.Person ? Placeholder(p) : Reworded(p, erasure));
        var sessions = Mapped(release.Sessions, s => Reworded(s, erasure) is var clean && (clean != s || (shown && Shows(s, erasure.Person))) ? clean with { ChangedAt = at } : s);
        var withdrawn = Mapped(release.Withdrawn, s => Title(s, erasure) is var title && title != s.Title ? s with { Title = title, ChangedAt = at } : s);
        var revised = release with
        {
            People = ReferenceEquals(people, release.People) ? people : [.. people.OrderBy(p => p.SortKey, StringComparer.Ordinal)],
            Sessions = sessions,
            Withdrawn = withdrawn,
            Conference = Reworded(release.Conference, erasure),
            Note = erasure.Text(release.Note, own: false, Limits.Note),
            PublishedBy = erasure.Names.TakenFrom(release.PublishedBy, Limits.Name),
        };
        return revised == release ? null : revised with { RevisedAt = at };
    }

    /// <summary>The sessions of a release that are nothing but a talk of this person, who gives it alone.</summary>
    public static IEnumerable<SessionId> OwnTalks(ReleaseDocument release, PersonId person) =>
        release.Sessions.Where(s => IsOwnTalk(s, person)).Select(s => s.Id);

    /// <summary>The codes of the sessions in which somebody has a role.</summary>
    public static bool Shows(ReleasedSession session, PersonId person) =>
        session.Chairs.Contains(person) || session.Discussants.Contains(person) || session.Contributions.Any(c => c.Authors.Any(a => a.Person == person));

    private static bool IsOwnTalk(ReleasedSession session, PersonId person) =>
        session.Contributions is [var only] && only.Title == session.Title && IsOwn(only, person);

    private static bool IsOwn(ReleasedContribution contribution, PersonId person) => contribution.Authors is [var only] && only.Person == person;

    private static ReleasedPerson Placeholder(ReleasedPerson person) =>
        person.IsErased ? person : new(person.Id, "", Privacy.Withdrawn.Name, null, null, null, []);

    private static ReleasedPerson Reworded(ReleasedPerson person, Erasure erasure) => person with
    {
        Biography = erasure.Text(person.Biography, own: false),
        Links = erasure.Links(person.Links),
    };

    private static ReleasedConference Reworded(ReleasedConference conference, Erasure erasure) => conference with
    {
        Contact = erasure.Text(conference.Contact, own: false, Limits.Note),
        Links = erasure.Links(conference.Links),
    };

    private static ReleasedSession Reworded(ReleasedSession session, Erasure erasure)
    {
        var own = IsOwnTalk(session, erasure.Person);
        return session with
        {
            Title = erasure.Title(session.Title, own),
            Abstract = erasure.Text(session.Abstract, own),
            Resources = erasure.Links(session.Resources),
            Contributions = Mapped(session.Contributions, c => c with
            {
                Title = erasure.Title(c.Title, IsOwn(c, erasure.Person)),
                Abstract = erasure.Text(c.Abstract, IsOwn(c, erasure.Person)),
            }),
        };
    }

    private static string Title(WithdrawnSession session, Erasure erasure) => erasure.Title(session.Title, erasure.OwnTalks.Contains(session.Id));

    // The list itself where nothing in it changes, so that records that hold it are equal.
    private static IReadOnlyList<T> Mapped<T>(IReadOnlyList<T> list, Func<T, T> map)
        where T : notnull
    {
        var mapped = list.Select(map).ToList();
        return mapped.SequenceEqual(list) ? list : mapped;
    }
}
