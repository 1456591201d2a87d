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
}
