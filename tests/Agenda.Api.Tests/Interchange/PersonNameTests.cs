using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Tests.Interchange;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Andy Hargreaves", "Andy", "Hargreaves")]
    [InlineData("jinxx", "jinxx", "")]
    [InlineData("Ada van der Meer", "Ada", "van der Meer")]
    [InlineData("Van Morrison", "Van", "Morrison")]
    [InlineData("Jo Doe (she/her)", "Jo", "Doe (she/her)")]
    [InlineData("Sammy Davis Jr.", "Sammy", "Davis Jr.")]
    [InlineData("Jean Luc Picard", "Jean Luc", "Picard")]
    [InlineData("李小龙", "李小龙", "")]
    public void Parts_a_name_so_that_it_can_be_put_together_again(string name, string given, string family)
    {
        PersonName.Split(name).ShouldBe((given, family));
        Domain.People.Person.NameOf(given, family).ShouldBe(name);
    }
}
