using System.Reflection;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;

namespace Agenda.Api.Tests.House;

public sealed class LayerTests
{
    [Fact]
    public void The_domain_knows_NodaTime_and_the_base_library_only()
    {
        Foreign(typeof(Session).Assembly).ShouldBe(["NodaTime"]);
        Named("src/Agenda.Domain", "PackageReference").ShouldBe(["NodaTime"]);
    }

    [Fact]
    public void The_infrastructure_knows_nothing_of_HTTP() =>
        Foreign(typeof(AgendaDbContext).Assembly).Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Agenda.Domain")]
    [InlineData("src/Microsoft.SqlServer.Server")]
    [InlineData("src/Agenda.Infrastructure", "Agenda.Domain", "Microsoft.SqlServer.Server")]
    [InlineData("src/Agenda.Api", "Agenda.Infrastructure")]
    public void Projects_point_down_the_layers(string project, params string[] references) =>
        Named(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ShouldBe(references);

    [Fact]
    public void There_are_no_other_projects_below_src() =>
        Checkout.Projects.Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal)).Count().ShouldBe(4, "a new project needs its line in the test above");

    private static string[] Foreign(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Named(string project, string element) =>
        Checkout.Projects.Single(p => p.Path.StartsWith(project + "/", StringComparison.Ordinal)).Content.Descendants(element).Select(e => e.Attribute("Include")!.Value);
}
