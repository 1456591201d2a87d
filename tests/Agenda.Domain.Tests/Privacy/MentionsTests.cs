using Agenda.Domain.Conferences;
using Agenda.Domain.Privacy;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.Privacy;

public sealed class MentionsTests
{
    private readonly Given given = new();
    private readonly Mentions mentions = new(new NamesInTexts([new("Łucja", "Źdźbłowska")], [], []));

    [Fact]
    public void Tell_every_place_and_what_stands_in_several_releases_once()
    {
        given.Willow.Revise("willow", new RoomFacts("Źdźbłowska Room", given.Saint, 60, 0, false));
        given.Niamh.Revise(new("Niamh", "Źdźbłowska") { Affiliation = "Źdźbłowska & Co", Biography = "Prof. Źdźbłowska's pupil." });
        var session = given.Session("MC-A", f => Given.WithTalks(f, new ContributionFacts("1", "After Zdzblowska") { Abstract = "Źdźbłowska (2020)" }) with
        {
            Abstract = "Źdźbłowska first. " + new string('x', 100) + " Źdźbłowska last.",
            Chairs = [given.Niamh.Id],
            Resources = [new Link("Slides", "https://example.org/zdzblowska")],
        });
        var first = given.Publish();
        var second = given.Publish(first);
        given.Revise(session, f => f with { Abstract = "Nobody." });

        mentions.AddAllIn(given.Programme);
        mentions.AddAllIn(first);
        mentions.AddAllIn(second);

        mentions.Listed.Select(m => (m.Place.Field, m.Place.Session, m.Place.Contribution, m.Excerpt, m.InProgramme, string.Join(',', m.Releases))).ShouldBe([
            ("room", null, null, "Źdźbłowska Room", true, "1,2"),
            ("affiliation", null, null, "Źdźbłowska & Co", true, "1,2"),
            ("biography", null, null, "Prof. Źdźbłowska's pupil.", true, "1,2"),
            ("abstract", "MC-A", null, $"Źdźbłowska first. {new string('x', 32)}…", false, "1,2"),
            ("abstract", "MC-A", null, $"…{new string('x', 39)} Źdźbłowska last.", false, "1,2"),
            ("resources", "MC-A", null, "https://example.org/zdzblowska", true, "1,2"),
            ("abstract", "MC-A", "1", "Źdźbłowska (2020)", true, "1,2"),
            ("title", "MC-A", "1", "After Zdzblowska", true, "1,2"),
        ]);
        mentions.Listed[1].Place.Person.ShouldBe(given.Niamh.Id);
        mentions.More.ShouldBe(0);
    }

    [Fact]
    public void Are_counted_where_there_are_too_many_to_list()
    {
        for (var i = 0; i < Mentions.Most + 7; i++)
            given.Unplaced($"S-{i}", f => f with { Abstract = "Źdźbłowska" });

        mentions.AddAllIn(given.Programme);

        (mentions.Listed.Count, mentions.More).ShouldBe((Mentions.Most, 7));
    }
}
