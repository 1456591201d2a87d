using Agenda.Domain.People;
using Agenda.Domain.Privacy;
using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.People;

public sealed class PersonTests
{
    private readonly Given given = new();

    [Theory]
    [InlineData("Łucja", "Źdźbłowska", "Łucja Źdźbłowska")]
    [InlineData("Wulandari", "", "Wulandari")]
    [InlineData("", "柳晓雯", "柳晓雯")]
    public void Is_called_by_given_then_family_name(string givenName, string familyName, string name) => given.Person(givenName, familyName, null).Name.ShouldBe(name);

    [Fact]
    public void Stands_by_family_name_without_case_and_diacritics() =>
        new[] { given.Person("Zoë", "Öz", null), given.Person("Ana", "Oz", null), given.Person("Bo", "Źak", null), given.Person("Cy", "de Boer", null), given.Person("Di", "Zak", null) }
            .OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => p.Name).ShouldBe(["Cy de Boer", "Ana Oz", "Zoë Öz", "Bo Źak", "Di Zak"]);

    [Fact]
    public void Is_told_from_a_namesake() => given.Person("Ana", "Oz", null).SortKey.ShouldNotBe(given.Person("Ana", "Oz", null).SortKey);

    [Fact]
    public void Erased_keeps_an_id_and_a_placeholder_and_nothing_else()
    {
        var links = new[] { new Link("Pages of Maja", "https://example.org/maja") };
        var person = new Person(given.Conference, new("Maja", "Łódzka") { Affiliation = "A", Country = "PL", Biography = "B", Email = "maja@example.org", Links = links }, "id:maja");
        var id = person.Id;

        person.Erase(Given.Morning).ShouldBeNull();

        (person.Id, person.GivenName, person.FamilyName, person.Name).ShouldBe((id, "", Withdrawn.Name, Withdrawn.Name));
        (person.Affiliation, person.Country, person.Biography, person.Email).ShouldBe((null, null, null, null));
        person.Links.ShouldBeEmpty();
        person.SortKey.ShouldBe($"name withdrawn  {id.Value:N}");
        person.ExternalId.ShouldBe(ErasedKey.OfPerson(given.Conference.Id, "id:maja", "Maja Łódzka"));
        (person.ErasedAt, person.IsErased, person.Version).ShouldBe((Given.Morning, true, 2));
    }

    [Fact]
    public void Is_erased_once_and_edited_no_more()
    {
        var person = given.Person("Maja", "Łódzka", null);
        person.Erase(Given.Morning);

        person.Erase(Given.Morning).ShouldNotBeNull().Code.ShouldBe("person-erased");
        Should.Throw<InvalidOperationException>(() => person.Revise(new("Maja", "Łódzka")));
        person.Version.ShouldBe(2);
    }

    [Fact]
    public void Says_nothing_more_of_somebody_who_is_erased()
    {
        var links = new[] { new Link("With Maja Łódzka", "https://example.org/") };
        var person = new Person(given.Conference, new("Ada", "King") { Affiliation = "Łódzka & Co", Biography = "Works with Maja Łódzka.", Links = links });
        var erasure = new Erasure(PersonId.New(), new NamesInTexts([new("Maja", "Łódzka")], [], []));

        person.Reword(erasure).ShouldBeTrue();
        (person.Biography, person.Affiliation, person.Links[0], person.Version).ShouldBe(("Works with Name withdrawn.", "Łódzka & Co", links[0] with { Title = "With Name withdrawn" }, 2));
        person.Reword(erasure).ShouldBeFalse();
        person.Version.ShouldBe(2);
    }
}
