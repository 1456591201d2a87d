using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Privacy;

/// <summary>Everything by which somebody is to be found: the names that they have or had, and what only they wrote.</summary>
/// <param name="ids">Under which they are known: their own, and those of people whom they were merged with.</param>
internal sealed class PersonTraces(IReadOnlyList<PersonId> ids)
{
    private readonly HashSet<PersonalName> names = [];
    private readonly HashSet<string> addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<SessionId> ownTalks = [];
    private readonly Dictionary<SessionId, HashSet<string>> ownContributions = [];

    /// <summary>Whether anything was found that is not a placeholder yet.</summary>
    public bool Any => names.Count > 0;

    /// <summary>The sessions that were nothing but their talk.</summary>
    public IReadOnlySet<SessionId> OwnTalks => ownTalks;

    public IReadOnlyList<PersonId> Ids => ids;

    /// <summary>Whether an entry of the trace is about them.</summary>
    public bool AreOf(Guid? subject) => subject is { } id && ids.Contains(new(id));

    public void AddAddress(string address) => addresses.Add(address);

    public void AddAllIn(Programme programme)
    {
        foreach (var found in programme.People.Where(p => ids.Contains(p.Id) && !p.IsErased))
        {
            names.Add(new PersonalName(found.GivenName, found.FamilyName));
            if (found.Email is { } email)
                addresses.Add(email);
        }

        foreach (var session in programme.Sessions)
        {
            if (ids.Any(session.IsOwnTalkOf))
                ownTalks.Add(session.Id);
            AddContributions(session.Id, session.Contributions.Where(c => ids.Any(c.IsOwnOf)).Select(c => c.Code));
        }
    }

    public void AddAllIn(ReleaseDocument release)
    {
        names.UnionWith(release.People.Where(p => ids.Contains(p.Id) && !p.IsErased).Select(p => new PersonalName(p.GivenName, p.FamilyName)));
        ownTalks.UnionWith(ids.SelectMany(id => ErasedRelease.OwnTalks(release, id)));
        foreach (var session in release.Sessions)
            AddContributions(session.Id, session.Contributions.Where(c => c.Authors is [var only] && ids.Contains(only.Person)).Select(c => c.Code));
    }

    public NamesInTexts InTexts(Programme programme, IReadOnlyList<string> also) => new(names, addresses, also, ambiguous: programme.People.Any(IsNamesake));

    /// <summary>Whether the trace of changes calls a field of a session so that holds what only they wrote.</summary>
    public bool IsOwnField(SessionId session, string field, bool titles)
    {
        if (ownTalks.Contains(session) && (field == "abstract" || (titles && field == "title")))
            return true;

        return ownContributions.TryGetValue(session, out var codes)
            && codes.Any(code => field == $"contributions[{code}].abstract" || (titles && field == $"contributions[{code}].title"));
    }

    private bool IsNamesake(Person other) =>
        !ids.Contains(other.Id) && !other.IsErased && names.Any(name => FoldedText.Of(Person.NameOf(name.Given, name.Family)) == FoldedText.Of(other.Name));

    private void AddContributions(SessionId session, IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            if (!ownContributions.TryGetValue(session, out var own))
                ownContributions[session] = own = new(StringComparer.Ordinal);
            own.Add(code);
        }
    }
}
