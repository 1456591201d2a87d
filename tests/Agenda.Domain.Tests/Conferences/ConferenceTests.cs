using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Domain.Tests.Conferences;

public sealed class ConferenceTests
{
    private readonly Conference conference = new("meitheal-2027", Given.Facts("Europe/Dublin"));

    [Fact]
    public void Cannot_end_before_it_begins() => Should.Throw<ArgumentOutOfRangeException>(
        () => conference.Revise(Given.Facts("Europe/Dublin") with { LastDay = Given.Tuesday.PlusDays(-1) }));

    [Fact]
    public void May_last_one_day()
    {
        conference.Revise(Given.Facts("Europe/Dublin") with { LastDay = Given.Tuesday });
        (conference.FirstDay, conference.LastDay, conference.Version).ShouldBe((Given.Tuesday, Given.Tuesday, 2));
    }

    [Fact]
    public void Keeps_its_address_once_something_is_published_under_it()
    {
        conference.Rename("other", published: true)!.Code.ShouldBe("slug-published");
        (conference.Slug, conference.Version).ShouldBe(("meitheal-2027", 1));
    }

    [Fact]
    public void Keeps_its_address_without_a_word_when_it_is_the_same() => conference.Rename("meitheal-2027", published: true).ShouldBeNull();

    [Fact]
    public void May_be_called_otherwise_before()
    {
        conference.Rename("other", published: false).ShouldBeNull();
        (conference.Slug, conference.Version).ShouldBe(("other", 2));
    }

    [Fact]
    public void Moves_to_another_zone_with_its_wall_times()
    {
        var given = new Given();
        var session = given.Session("MC-A");
        given.Conference.Revise(Given.Facts("Asia/Kolkata"));

        session.Slot.ShouldBe(Given.At("2027-01-12 09:00", 60));
        given.Conference.Zone.Resolve(session.Slot!.Value)!.Value.Start.ToInstant().ShouldBe(Instant.FromUtc(2027, 1, 12, 3, 30));
        given.Conference.Zone.Id.ShouldBe(ConferenceZone.Of("Asia/Kolkata").Id);
    }
}
