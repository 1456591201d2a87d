using System.Text.RegularExpressions;

namespace Agenda.Api.Tests.House;

public sealed partial class DecisionTests
{
    private static readonly string[] Records =
        [.. Checkout.FilesBelow("docs/decisions", "*").Select(path => Path.GetFileName(path)).Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Fact]
    public void Decisions_are_numbered_and_titled()
    {
        Records.ShouldNotBeEmpty();
        Records.Where(name => !NumberAndTitle().IsMatch(name)).ShouldBeEmpty();
        Records.GroupBy(name => name[..4]).Where(same => same.Count() > 1).SelectMany(same => same).ShouldBeEmpty("two decisions have one number");
    }

    [Fact]
    public void The_index_lists_every_decision_and_nothing_else() =>
        Linked().Matches(Checkout.Read("docs/decisions/README.md")).Select(match => match.Groups[1].Value).ShouldBe(Records);

    [GeneratedRegex("^[0-9]{4}(-[a-z0-9]+)+\\.md$")]
    private static partial Regex NumberAndTitle();

    [GeneratedRegex(@"\]\(([^)/]+\.md)\)")]
    private static partial Regex Linked();
}
