using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Privacy;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Those who were erased from a conference, as a file is read: recognised as everybody is, by what an earlier file called them, else by name, but
/// only by the hashes of it. Once recognised, the file itself says which name must not come in.
/// </summary>
internal sealed class ErasedPeople(Conference conference, IReadOnlyList<Person> people)
{
    private readonly List<Person> all = [.. people.Where(p => p.IsErased)];
    private readonly List<PersonalName> recognised = [];
    private NamesInTexts? names;

    public Person? ByKey(SchedulePerson said) => all.Find(p => said.Keys.Exists(key => ErasedKey.IsOfKey(p.ExternalId, conference.Id, key)));

    public Person? ByName(SchedulePerson said) =>
        all.FindAll(p => ErasedKey.IsOfName(p.ExternalId, conference.Id, said.Name)) is [var only] && !(said.HasGuid && ErasedKey.IsOfKind(only.ExternalId, "guid")) ? only : null;

    public void Recognise(string name)
    {
        var (given, family) = PersonName.Split(name);
        recognised.Add(new PersonalName(given, family));
        names = new NamesInTexts(recognised, [], [], ambiguous: people.Any(p => !p.IsErased && recognised.Exists(r => FoldedText.Of(Person.NameOf(r.Given, r.Family)) == FoldedText.Of(p.Name))));
    }

    public string TakenFrom(string text, int longest) => names?.TakenFrom(text, longest) ?? text;

    public IReadOnlyList<Link> TakenFrom(IReadOnlyList<Link> links) =>
        names is null ? links : [.. links.Select(l => l with { Title = names.TakenFrom(l.Title, Domain.Limits.Title) })];
}
