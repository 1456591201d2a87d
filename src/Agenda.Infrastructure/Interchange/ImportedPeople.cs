using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Brings the people of a file into a conference. They are found by what an earlier file called them, else by a name that only one has.
/// What the file does not say of them stays as it was entered, and what it says of those who were erased stays out.
/// </summary>
internal sealed class ImportedPeople(Conference conference, IReadOnlyList<Person> people, RunningTally tally, ImportNotes notes)
{
    private readonly Dictionary<SchedulePerson, Person> found = [];
    private readonly ErasedPeople erased = new(conference, people);

    public PersonId this[SchedulePerson person] => found[person].Id;

    /// <summary>Whether the person was erased from the conference.</summary>
    public bool IsErased(SchedulePerson person) => found[person].IsErased;

    /// <summary>What the file says without the names of those who were erased.</summary>
    public string WithoutErased(string text, int longest) => erased.TakenFrom(text, longest);

    public IReadOnlyList<Link> WithoutErased(IReadOnlyList<Link> links) => erased.TakenFrom(links);

    /// <summary>The people who are new.</summary>
    public IEnumerable<Person> Import(IReadOnlyList<SchedulePerson> file)
    {
        Find(file);
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

            found[said] = person = new Person(conference, FactsOf(said, null), said.Keys[0]);
            tally.Created++;
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
        foreach (var said in file.Where(f => !found.ContainsKey(f)))
        {
            if (byName[said.Name].ToList() is [var only] && !(said.HasGuid && IsGuid(only.ExternalId)) && taken.Add(only))
                found[said] = only;
            else if (!byName.Contains(said.Name) && erased.ByName(said) is { } erasedPerson && taken.Add(erasedPerson))
                found[said] = erasedPerson;
        }
    }

    private void Update(Person person, SchedulePerson said)
    {
        var facts = FactsOf(said, person);
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
        // Where somebody parted the name by hand, the parts stay.
        var (given, family) = present?.Name == said.Name ? (present.GivenName, present.FamilyName) : PersonName.Split(said.Name);
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

    private static bool IsGuid(string? key) => key?.StartsWith("guid:", StringComparison.Ordinal) is true;
}
