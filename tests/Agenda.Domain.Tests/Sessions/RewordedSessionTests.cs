using Agenda.Domain.Privacy;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.Sessions;

/// <summary>A session of which somebody is erased.</summary>
public sealed class RewordedSessionTests
{
    private readonly Given given = new();

    private Erasure Erasure(bool titles = false) => new(given.Lucja.Id, new NamesInTexts([new("Łucja", "Źdźbłowska")], [], [])) { Titles = titles };

    [Fact]
    public void Loses_their_name_wherever_it_stands_and_keeps_the_roles()
    {
        var session = given.Session("MC-A", f => Given.WithTalks(f, new ContributionFacts("1", "Answer to Źdźbłowska, Łucja") { Abstract = "She is lucja zdzblowska." }) with
        {
            Title = "Łucja Źdźbłowska in conversation",
            Abstract = "With Łucja Źdźbłowska and others.",
            Chairs = [given.Lucja.Id],
            Discussants = [given.Niamh.Id],
            Resources = [new Link("Slides of Łucja Źdźbłowska", "https://example.org/zdzblowska")],
        });
        var (id, version) = (session.Id, session.Version);

        session.Reword(Erasure()).ShouldBeTrue();

        (session.Id, session.Code, session.Version).ShouldBe((id, "MC-A", version + 1));
        session.Title.ShouldBe("Name withdrawn in conversation");
        session.Abstract.ShouldBe("With Name withdrawn and others.");
        session.Resources.ShouldBe([new Link("Slides of Name withdrawn", "https://example.org/zdzblowska")]);
        session.Contributions.Select(c => (c.Title, c.Abstract)).ShouldBe([("Answer to Name withdrawn", "She is Name withdrawn.")]);
        session.People.Select(p => p.PersonId).ShouldBe([given.Lucja.Id, given.Niamh.Id]);
        session.Reword(Erasure()).ShouldBeFalse();
        session.Version.ShouldBe(version + 1);
    }

    [Theory]
    [InlineData(false, "On soil", "On water")]
    [InlineData(true, "Title withdrawn", "On water")]
    public void Loses_what_nobody_but_they_wrote(bool titles, string alone, string together)
    {
        var session = given.Session("PS-1", f => Given.WithTalks(
            f,
            new ContributionFacts("1", "On soil") { Abstract = "Mine.", Authors = [new(given.Lucja.Id, true)] },
            new ContributionFacts("2", "On water") { Abstract = "Ours.", Authors = [new(given.Lucja.Id, true), new(given.Niamh.Id, false)] },
            new ContributionFacts("3", "On air") { Abstract = "Hers.", Authors = [new(given.Niamh.Id, true)] },
            new ContributionFacts("4", "On fire") { Abstract = "Nobody's." }) with
        { Abstract = "About papers." });

        session.Reword(Erasure(titles)).ShouldBeTrue();

        session.Contributions.Select(c => (c.Title, c.Abstract)).ShouldBe([(alone, null), (together, "Ours."), ("On air", "Hers."), ("On fire", "Nobody's.")]);
        (session.Title, session.Abstract).ShouldBe(("Title of PS-1", "About papers."));
        session.Contributions[0].Authors.Select(a => a.PersonId).ShouldBe([given.Lucja.Id]);
    }

    [Theory]
    [InlineData(false, "Talk")]
    [InlineData(true, "Title withdrawn")]
    public void That_is_nothing_but_their_talk_loses_its_own_text(bool titles, string title)
    {
        var session = given.Session("T-1", f => Given.WithTalks(f, new ContributionFacts("1", "Talk") { Authors = [new(given.Lucja.Id, true)] }) with { Title = "Talk", Abstract = "Mine." });

        session.Reword(Erasure(titles)).ShouldBeTrue();

        (session.Title, session.Abstract, session.Contributions[0].Title).ShouldBe((title, null, title));
    }

    [Fact]
    public void Without_a_trace_of_them_stays_as_it_is()
    {
        var session = given.Session("MC-B", f => f with { Abstract = "Źdźbłowska alone is for a human to judge.", Chairs = [given.Lucja.Id] });

        session.Reword(Erasure(titles: true)).ShouldBeFalse();

        (session.Abstract, session.Version).ShouldBe(("Źdźbłowska alone is for a human to judge.", 2));
    }

    [Fact]
    public void Recognised_by_its_title_is_recognised_without_telling_it()
    {
        var key = $"title:{FoldedText.Of("Łucja Źdźbłowska in conversation")}";
        var facts = new SessionFacts("MC-A", "Łucja Źdźbłowska in conversation", given.Masterclass);
        var (named, other) = (new Session(given.Conference, facts, key), new Session(given.Conference, facts with { Title = "Other" }, "title:other"));

        named.Reword(Erasure());
        other.Reword(Erasure());

        named.ExternalId.ShouldBe(ErasedKey.OfSession(given.Conference.Id, key));
        ErasedKey.IsOfKey(named.ExternalId, given.Conference.Id, key).ShouldBeTrue();
        other.ExternalId.ShouldBe("title:other");
    }
}
