using Agenda.Domain;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// The people of a file: by GUID, else by id, else by name. One id with two names is two people; one name with two ids is one person who
/// registered twice, unless GUIDs or biographies tell two apart.
/// </summary>
internal sealed class FilePeople(CleanText clean, FileLinks links, ImportNotes notes)
{
    private readonly List<SchedulePerson> all = [];
    private readonly Dictionary<string, SchedulePerson> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SchedulePerson>> byName = new(StringComparer.Ordinal);

    public IReadOnlyList<SchedulePerson> All => all;

    /// <summary>The person, or null where there is no name for them.</summary>
    public SchedulePerson? Of(SaidPerson said)
    {
        var name = clean.Line(said.Name, "name of a person", 2 * Limits.Name);
        if (!said.Guid.IsBlank && byKey.TryGetValue(GuidKey(said), out var known))
            return WithMore(known, said);
        if (name is null)
        {
            notes.LeaveOut(said.Where, "person", "There is no name.");
            return null;
        }

        var key = KeyOf(said, name);
        if (!byKey.TryGetValue(key, out var person))
            byKey[key] = person = Namesake(said, name, key) ?? Added(key, name, said.Where);
        return WithMore(person, said);
    }

    private string KeyOf(SaidPerson said, string name)
    {
        if (!said.Guid.IsBlank)
            return GuidKey(said);
        if (said.Id.IsBlank)
            return Limited($"name:{FoldedText.Of(name)}");

        var key = Limited($"id:{CleanText.OneLine(said.Id.Text!)}");
        if (!byKey.TryGetValue(key, out var other) || FoldedText.Of(other.Name) == FoldedText.Of(name))
            return key;

        var ownKey = Limited($"{key} {FoldedText.Of(name)}");
        if (!byKey.ContainsKey(ownKey))
            notes.Mend(said.Where, $"person \"{name}\"", $"\"{other.Name}\" has the same id; told apart by their names.");
        return ownKey;
    }

    private SchedulePerson? Namesake(SaidPerson said, string name, string key)
    {
        var same = byName.GetValueOrDefault(name)?.Find(p => (said.Guid.IsBlank || !p.HasGuid) && (said.Biography.IsBlank || p.SaidBiography is null || p.SaidBiography == said.Biography.Text));
        if (same is null)
            return null;

        if (!said.ByName)
            notes.Mend(said.Where, $"person \"{name}\"", $"The name has two entries, {same.Keys[0]} and {key}, and nothing tells them apart; taken as one person.");
        same.Keys.Add(key);
        return same;
    }

    private SchedulePerson Added(string key, string name, Place where)
    {
        var person = new SchedulePerson(key, name, where);
        all.Add(person);
        if (!byName.TryGetValue(name, out var namesakes))
            byName[name] = namesakes = [];
        namesakes.Add(person);
        return person;
    }

    private SchedulePerson WithMore(SchedulePerson person, SaidPerson said)
    {
        if (person.SaidBiography is null && !said.Biography.IsBlank)
        {
            person.SaidBiography = said.Biography.Text;
            person.Biography = clean.Block(said.Biography, "biography", Limits.Text);
        }

        if (person.Parts is null && clean.Line(said.FamilyName, "family name", Limits.Name) is { } family)
            person.Parts = (clean.Line(said.GivenName, "given name", Limits.Name) ?? "", family);
        person.Affiliation ??= clean.Line(said.Affiliation, "affiliation", Limits.Title);
        person.Email ??= clean.Line(said.Email, "e-mail address", Limits.Title) is { } email && email.Contains('@', StringComparison.Ordinal) && email.Length <= Limits.Email ? email : null;
        if (person.Links.Count == 0 && said.Links.Count > 0)
            person.Links = links.Of(said.Links);
        return person;
    }

    private static string GuidKey(SaidPerson said) => Limited($"guid:{CleanText.OneLine(said.Guid.Text!).ToLowerInvariant()}");

    private static string Limited(string key) => CleanText.Cut(CleanText.WithoutControls(key), Limits.ExternalId);
}
