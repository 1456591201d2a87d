using Agenda.Domain;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Agenda.Infrastructure.Audit;

/// <summary>What belongs to a thing and is told with it: the links of a conference, person or session, and the people and contributions of a session.</summary>
internal sealed class AuditedParts
{
    /// <summary>EF's place of a link in its list.</summary>
    public const string LinkOrder = "__synthesizedOrdinal";

    private readonly Dictionary<object, List<EntityEntry>> byWhole = [];

    /// <summary>Takes in what is a part; false for anything else.</summary>
    public bool Take(EntityEntry entry)
    {
        var whole = entry.Entity switch
        {
            SessionPerson person => (object)person.SessionId,
            Contribution contribution => contribution.SessionId,
            ContributionAuthor author => author.ContributionId,
            Link => entry.Property(entry.Metadata.FindOwnership()!.Properties[0]).CurrentValue,
            _ => null,
        };
        if (whole is null)
            return false;

        if (!byWhole.TryGetValue(whole, out var parts))
            byWhole[whole] = parts = [];
        parts.Add(entry);
        return true;
    }

    /// <summary>The links of a thing before and after.</summary>
    public (Link[] Before, Link[] After) Links(EntityEntry thing, object id, string navigation)
    {
        var before = All<Link>(id).Where(WasThere).OrderBy(link => Value<int>(link, LinkOrder, original: true)).Select(link => (Link)link.Entity);
        var after = (IEnumerable<Link>)thing.Navigation(navigation).CurrentValue!;
        return (thing.State == EntityState.Added ? [] : [.. before], thing.State == EntityState.Deleted ? [] : [.. after]);
    }

    /// <summary>The people and contributions of a session, as far as they were loaded, before and after.</summary>
    public (SessionParts Before, SessionParts After) Of(SessionId session) => (Of(session, original: true), Of(session, original: false));

    private SessionParts Of(SessionId session, bool original) =>
        new(Role(session, SessionRole.Chair, original), Role(session, SessionRole.Discussant, original), [.. Present<Contribution>(session, original).Select(c => Talk(c, original))]);

    private PersonId[] Role(SessionId session, SessionRole role, bool original) =>
        [.. Present<SessionPerson>(session, original).Select(person => (SessionPerson)person.Entity).Where(person => person.Role == role).Select(person => person.PersonId)];

    private SessionTalk Talk(EntityEntry contribution, bool original)
    {
        var id = ((Contribution)contribution.Entity).Id;
        return new SessionTalk(
            id,
            Value<string>(contribution, nameof(Contribution.Code), original),
            Value<string>(contribution, nameof(Contribution.Title), original),
            Value<string?>(contribution, nameof(Contribution.Abstract), original),
            Value<int?>(contribution, nameof(Contribution.Minutes), original),
            [.. Present<ContributionAuthor>(id, original).Select(a => new AuthorFacts(((ContributionAuthor)a.Entity).PersonId, Value<bool>(a, nameof(ContributionAuthor.Presenting), original)))]);
    }

    private IEnumerable<EntityEntry> Present<T>(object whole, bool original) =>
        All<T>(whole).Where(part => original ? WasThere(part) : part.State != EntityState.Deleted).OrderBy(part => Value<int>(part, "Position", original));

    private IEnumerable<EntityEntry> All<T>(object whole) => byWhole.TryGetValue(whole, out var parts) ? parts.Where(part => part.Entity is T) : [];

    private static bool WasThere(EntityEntry part) => part.State != EntityState.Added;

    private static T Value<T>(EntityEntry part, string name, bool original)
    {
        var property = part.Property(name);
        return (T)(original ? property.OriginalValue : property.CurrentValue)!;
    }
}
