using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Brings the people of a file into a conference. They are found by what an earlier file called them, else by a name that only one has.
/// What the file does not say of them stays as it was entered, and what it says of those who were erased stays out.
/// </summary>
internal sealed class ImportedPeople(Conference conference, IReadOnlyList<Person> people, RunningTally tally, ImportChanges changes, ImportNotes notes)
{
    private readonly Dictionary<SchedulePerson, Person> found = [];
    private readonly ErasedPeople erased = new(conference, people);

    private readonly Dictionary<PersonId, Person> byId = people.ToDictionary(p => p.Id);

    public PersonId this[SchedulePerson person] => found[person].Id;

    public string NameOf(PersonId id) => byId.TryGetValue(id, out var person) ? person.Name : "";

    /// <summary>Whether the person was erased from the conference.</summary>
    public bool IsErased(SchedulePerson person) => found[person].IsErased;

    /// <summary>What the file says without the names of those who were erased.</summary>
    public string WithoutErased(string text, int longest) => erased.TakenFrom(text, longest);

    public IReadOnlyList<Link> WithoutErased(IReadOnlyList<Link> links) => erased.TakenFrom(links);

    /// <summary>The people who are new.</summary>
    /// <param name="file">The people of the file.</param>
    /// <param name="onlyKnown">Whether those who are not in the conference stay out.</param>
    public IEnumerable<Person> Import(IReadOnlyList<SchedulePerson> file, bool onlyKnown)
    {
        Find(file);
        if (onlyKnown && file.Count(f => !found.ContainsKey(f)) is > 0 and var others)
        {
            notes.LeaveOut(Place.File, $"{others} people", "They have no part in the programme here.");
            file = [.. file.Where(found.ContainsKey)];
        }

        foreach (var said in file.Where(f => found.TryGetValue(f, out var person) && person.IsErased))
        {
            erased.Recognise(said.Name);
            notes.LeaveOut(said.Where, $"person {found[said].Id.Value}", "They were erased from this conference: what the file says of them stays out.");
            tally.Unchanged++;
        }

        foreach (var said in file.Where(f => !found.TryGetValue(f, out var person) || !person.IsErased))
        {
            if (found.TryGetValue(said, out var person))
            {
                Update(person, said);
                continue;
            }

            var facts = FactsOf(said, null);
            found[said] = person = new Person(conference, facts, said.Keys[0]);
            byId[person.Id] = person;
            var way = ThreeWay.OfNew();
            Merged(facts, facts, way);
            person.RememberImport(way.Marks);
            tally.Created++;
            changes.Created(said.Where, "person", person.Name);
            yield return person;
        }
    }

    private void Find(IReadOnlyList<SchedulePerson> file)
    {
        var byKey = people.Where(p => p.ExternalId is not null).GroupBy(p => p.ExternalId!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var taken = new HashSet<Person>();
        foreach (var said in file)
        {
            if (said.Keys.Select(byKey.GetValueOrDefault).FirstOrDefault(p => p is not null && !taken.Contains(p)) is { } person && taken.Add(person))
                found[said] = person;
            else if (erased.ByKey(said) is { } erasedPerson && taken.Add(erasedPerson))
                found[said] = erasedPerson;
        }

        var byName = people.Where(p => !p.IsErased && !taken.Contains(p)).ToLookup(p => p.Name, StringComparer.Ordinal);
        var bySound = people.Where(p => !p.IsErased && !taken.Contains(p)).ToLookup(p => FoldedText.Of(p.Name), StringComparer.Ordinal);
        foreach (var said in file.Where(f => !found.ContainsKey(f)))
        {
            if (!byName.Contains(said.Name) && said.HasOnlyName && bySound[FoldedText.Of(said.Name)].ToList() is [var spelt] && taken.Add(spelt))
                found[said] = spelt;
            else if (byName[said.Name].ToList() is [var only] && !(said.HasGuid && IsGuid(only.ExternalId)) && taken.Add(only))
                found[said] = only;
            else if (!byName.Contains(said.Name) && erased.ByName(said) is { } erasedPerson && taken.Add(erasedPerson))
                found[said] = erasedPerson;
        }
    }

    private void Update(Person person, SchedulePerson said)
    {
        var way = new ThreeWay(person.ImportedAs, changes.Wins);
        var facts = Merged(HereOf(person), FactsOf(said, person), way);
        if (way.Marks != person.ImportedAs)
            person.RememberImport(way.Marks);
        changes.Compared(said.Where, "person", person.Name, way.Fields);
        if (Person.NameOf(facts.GivenName, facts.FamilyName) == person.Name && facts.Affiliation == person.Affiliation && facts.Biography == person.Biography
            && facts.Email == person.Email && facts.Links.SequenceEqual(person.Links))
        {
            tally.Unchanged++;
            return;
        }

        person.Revise(facts);
        tally.Updated++;
    }

    private PersonFacts FactsOf(SchedulePerson said, Person? present)
    {
        // Where somebody parted the name by hand, the parts stay, and so do accents that a file without ids lacks.
        var (given, family) = present is not null && (present.Name == said.Name || (said.HasOnlyName && FoldedText.Of(present.Name) == FoldedText.Of(said.Name))) ? (present.GivenName, present.FamilyName) : said.Parts ?? PersonName.Split(said.Name);
        return new PersonFacts(given, family)
        {
            Affiliation = said.Affiliation ?? present?.Affiliation,
            Country = present?.Country,
            Pronunciation = present?.Pronunciation,
            Biography = said.Biography is { } biography ? erased.TakenFrom(biography, Limits.Text) : present?.Biography,
            Email = said.Email ?? present?.Email,
            Absences = present?.Absences ?? [],
            Links = said.Links.Count > 0 || present is null ? erased.TakenFrom(said.Links) : [.. present.Links],
        };
    }

    private static PersonFacts Merged(PersonFacts here, PersonFacts file, ThreeWay way)
    {
        var named = way.Choose("name", here, file, p => Person.NameOf(p.GivenName, p.FamilyName), p => Person.NameOf(p.GivenName, p.FamilyName));
        return file with
        {
            GivenName = named.GivenName,
            FamilyName = named.FamilyName,
            Affiliation = way.Choose("affiliation", here.Affiliation, file.Affiliation, t => t ?? "", t => t),
            Biography = way.Choose("biography", here.Biography, file.Biography, t => t ?? "", t => t),
            // Told that it differs, not what it is: a report may be shown to more than editors.
            Email = way.Choose("email", here.Email, file.Email, t => t ?? "", _ => null),
            Links = way.Choose("links", here.Links, file.Links, links => string.Join('\n', links.Select(l => $"{l.Url} {l.Title}")), links => string.Join(", ", links.Select(l => l.Url))),
        };
    }

    private static PersonFacts HereOf(Person person) => new(person.GivenName, person.FamilyName)
    {
        Affiliation = person.Affiliation,
        Biography = person.Biography,
        Email = person.Email,
        Links = [.. person.Links],
    };

    private static bool IsGuid(string? key) => key?.StartsWith("guid:", StringComparison.Ordinal) is true;
}
