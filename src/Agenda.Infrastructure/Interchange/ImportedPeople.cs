using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Brings the people of a file into a conference. They are found by what an earlier file called them, else by a name that only one has.
/// What the file does not say of them stays as it was entered.
/// </summary>
internal sealed class ImportedPeople(Conference conference, IReadOnlyList<Person> people, RunningTally tally)
{
    private readonly Dictionary<SchedulePerson, Person> found = [];

    public PersonId this[SchedulePerson person] => found[person].Id;

    /// <summary>The people who are new.</summary>
    public IEnumerable<Person> Import(IReadOnlyList<SchedulePerson> file)
    {
        Find(file);
        foreach (var said in file)
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
        }

        var byName = people.Where(p => !taken.Contains(p)).ToLookup(p => p.Name, StringComparer.Ordinal);
        foreach (var said in file.Where(f => !found.ContainsKey(f)))
        {
            if (byName[said.Name].ToList() is [var only] && !(said.HasGuid && IsGuid(only.ExternalId)) && taken.Add(only))
                found[said] = only;
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

    private static PersonFacts FactsOf(SchedulePerson said, Person? present)
    {
        // Where somebody parted the name by hand, the parts stay.
        var (given, family) = present?.Name == said.Name ? (present.GivenName, present.FamilyName) : PersonName.Split(said.Name);
        return new PersonFacts(given, family)
        {
            Affiliation = said.Affiliation ?? present?.Affiliation,
            Country = present?.Country,
            Biography = said.Biography ?? present?.Biography,
            Email = said.Email ?? present?.Email,
            Links = said.Links.Count > 0 || present is null ? said.Links : [.. present.Links],
        };
    }

    private static bool IsGuid(string? key) => key?.StartsWith("guid:", StringComparison.Ordinal) is true;
}
