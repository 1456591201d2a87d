using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

public sealed class ErasedReleaseTests
{
    private static readonly Instant Later = Given.Morning + Duration.FromDays(30) + Duration.FromMilliseconds(700);
    private static readonly Instant LaterToTheSecond = Given.Morning + Duration.FromDays(30);

    private readonly Given given = new();

    private Erasure Erasure(bool titles = false, params SessionId[] ownTalks) =>
        new(given.Lucja.Id, new NamesInTexts([new("Łucja", "Źdźbłowska")], [], [])) { Titles = titles, OwnTalks = ownTalks.ToHashSet() };

    [Fact]
    public void Has_a_placeholder_for_the_person_at_its_own_place()
    {
        given.Session("MC-A", f => f with { Chairs = [given.Lucja.Id, given.Niamh.Id], Discussants = [given.Okello.Id] });
        var release = given.Publish();
        release.People.Select(p => p.FamilyName).ShouldBe(["Ní Thuathaláin", "p'Lakwena", "Źdźbłowska"]);

        var revised = ErasedRelease.Of(release, Erasure(), Later).ShouldNotBeNull();

        revised.People.Select(p => p.FamilyName).ShouldBe(["Name withdrawn", "Ní Thuathaláin", "p'Lakwena"]);
        var (id, placeholder) = (given.Lucja.Id, revised.People[0]);
        (placeholder.Id, placeholder.GivenName, placeholder.Affiliation, placeholder.Country, placeholder.Biography, placeholder.Links.Count, placeholder.IsErased).ShouldBe((id, "", null, null, null, 0, true));
        revised.Sessions[0].Chairs.ShouldBe([given.Lucja.Id, given.Niamh.Id]);
        new PublishedAgenda(revised).Sessions[0].Chairs.Select(p => p.Name).ShouldBe(["Name withdrawn", "Niamh Ní Thuathaláin"]);
    }

    [Fact]
    public void Tells_calendars_and_caches_of_what_shows_the_person_and_of_nothing_else()
    {
        given.Session("MC-A", f => f with { Chairs = [given.Lucja.Id] });
        given.Session("MC-B", f => f with { Chairs = [given.Niamh.Id] });
        given.Session("MC-C", f => f with { Abstract = "By Łucja Źdźbłowska." });
        given.Session("MC-D", f => Given.WithTalks(f, new ContributionFacts("1", "Talk") { Authors = [new(given.Lucja.Id, false), new(given.Niamh.Id, true)] }));
        var release = given.Publish();

        var revised = ErasedRelease.Of(release, Erasure(), Later).ShouldNotBeNull();

        (revised.Number, revised.PublishedAt, revised.RevisedAt, revised.ModifiedAt).ShouldBe((1, Given.Morning, LaterToTheSecond, LaterToTheSecond));
        revised.Sessions.Select(s => (s.Code, s.ChangedAt)).ShouldBe([("MC-A", LaterToTheSecond), ("MC-B", Given.Morning), ("MC-C", LaterToTheSecond), ("MC-D", LaterToTheSecond)]);
        revised.Sessions.Select(s => (s.Id, s.Sequence)).ShouldBe(release.Sessions.Select(s => (s.Id, s.Sequence)));
        revised.Sessions[1].ShouldBeSameAs(release.Sessions[1]);
    }

    [Theory]
    [InlineData(-1_000)]
    [InlineData(0)]
    [InlineData(1)]
    public void Comes_a_second_after_what_it_said_before_when_the_clock_does_not(int seconds)
    {
        given.Session("MC-A", f => f with { Chairs = [given.Lucja.Id, given.Niamh.Id] });
        var release = given.Publish();

        var once = ErasedRelease.Of(release, Erasure(), Given.Morning + Duration.FromSeconds(seconds)).ShouldNotBeNull();
        var twice = ErasedRelease.Of(once, new Erasure(given.Niamh.Id, new NamesInTexts([], [], [])), Given.Morning + Duration.FromSeconds(seconds)).ShouldNotBeNull();

        once.ModifiedAt.ShouldBe(Given.Morning + Duration.FromSeconds(1));
        twice.ModifiedAt.ShouldBe(Given.Morning + Duration.FromSeconds(2));
        twice.Sessions[0].ChangedAt.ShouldBe(twice.ModifiedAt);
    }

    [Fact]
    public void Is_not_written_anew_where_nothing_of_the_person_is_in_it()
    {
        given.Session("MC-B", f => f with { Chairs = [given.Niamh.Id], Abstract = "Źdźbłowska" });
        ErasedRelease.Of(given.Publish(), Erasure(), Later).ShouldBeNull();
    }

    [Fact]
    public void Loses_the_name_in_every_text()
    {
        given.Niamh.Revise(new("Niamh", "Ní Thuathaláin") { Biography = "Taught by Łucja Źdźbłowska.", Links = [new("Łucja Źdźbłowska's pages", "https://example.org/")] });
        given.Conference.Revise(Given.Facts("Europe/Dublin") with { Contact = "Ask Łucja Źdźbłowska", Links = [new("Łucja Źdźbłowska", "https://example.org/")] });
        given.Session("MC-A", f => Given.WithTalks(f, new ContributionFacts("1", "Łucja Źdźbłowska's method") { Abstract = "Łucja Źdźbłowska's", Authors = [new(given.Niamh.Id, true)] }) with
        {
            Title = "Łucja Źdźbłowska",
            Abstract = "Źdźbłowska, Łucja",
            Resources = [new("ŁUCJA ŹDŹBŁOWSKA", "https://example.org/")],
        });
        var release = Publishing.NextRelease(given.Programme, null, new Publication(Given.Morning, "Łucja Źdźbłowska", "Thanks to Łucja Źdźbłowska")).Release!;

        var revised = ErasedRelease.Of(release, Erasure(), Later).ShouldNotBeNull();

        var session = revised.Sessions[0];
        (revised.Note, revised.PublishedBy, revised.Conference.Contact, revised.Conference.Links[0].Title).ShouldBe(("Thanks to Name withdrawn", "Name withdrawn", "Ask Name withdrawn", "Name withdrawn"));
        (session.Title, session.Abstract, session.Resources[0].Title).ShouldBe(("Name withdrawn", "Name withdrawn", "Name withdrawn"));
        (session.Contributions[0].Title, session.Contributions[0].Abstract).ShouldBe(("Name withdrawn's method", "Name withdrawn's"));
        (revised.People[0].Biography, revised.People[0].Links[0].Title).ShouldBe(("Taught by Name withdrawn.", "Name withdrawn's pages"));
        new Mentions(Erasure().Names).AlsoIn(revised).ShouldBeEmpty();
    }

    [Fact]
    public void Loses_titles_of_what_only_they_wrote_when_asked_also_of_what_was_withdrawn()
    {
        var talk = given.Session("T-1", f => Given.WithTalks(f, new ContributionFacts("1", "Soil") { Abstract = "Mine.", Authors = [new(given.Lucja.Id, true)] }) with { Title = "Soil", Abstract = "Mine, too." });
        given.Session("MC-Z");
        var first = given.Publish();
        given.Remove(talk);
        var second = given.Publish(first);
        second.Withdrawn.ShouldHaveSingleItem().Title.ShouldBe("Soil");

        var ownTalks = ErasedRelease.OwnTalks(first, given.Lucja.Id).ToArray();
        var (one, two) = (ErasedRelease.Of(first, Erasure(titles: true, ownTalks), Later)!, ErasedRelease.Of(second, Erasure(titles: true, ownTalks), Later)!);

        ownTalks.ShouldBe([talk.Id]);
        (one.Sessions[1].Title, one.Sessions[1].Abstract, one.Sessions[1].Contributions[0].Title, one.Sessions[1].Contributions[0].Abstract).ShouldBe(("Title withdrawn", null, "Title withdrawn", null));
        two.Withdrawn.ShouldBe([second.Withdrawn[0] with { Title = "Title withdrawn", ChangedAt = LaterToTheSecond }]);
        ErasedRelease.Of(second, Erasure(titles: false, ownTalks), Later).ShouldBeNull("nothing of the person is in it but the title, which stays");
    }

    [Fact]
    public void Is_no_change_to_the_release_that_follows()
    {
        given.Session("MC-A", f => f with { Title = "Łucja Źdźbłowska", Chairs = [given.Lucja.Id] });
        var revised = ErasedRelease.Of(given.Publish(), Erasure(), Later)!;
        given.Lucja.Erase(Later);
        foreach (var session in given.Programme.Sessions)
            session.Reword(Erasure());

        var next = given.Publish(revised, Given.Morning);

        next.PublishedAt.ShouldBe(LaterToTheSecond + Duration.FromSeconds(1));
        ReleaseChanges.Between(revised, next).ShouldBeEmpty();
        next.Sessions.Select(s => (s.Sequence, s.ChangedAt)).ShouldBe([(0, LaterToTheSecond)]);
        next.People.ShouldHaveSingleItem().IsErased.ShouldBeTrue();
        ErasedRelease.Of(next, Erasure(), Later).ShouldBeNull();
    }
}

file static class Looking
{
    public static IReadOnlyList<Mention> AlsoIn(this Mentions mentions, ReleaseDocument release)
    {
        mentions.AddAllIn(release);
        return mentions.Listed;
    }
}
