using Agenda.Api.Schedules;
using Agenda.Api.Tests.Calendars;
using Agenda.Domain.Releases;

namespace Agenda.Api.Tests.Schedules;

/// <summary>By which numbers and GUIDs apps know the sessions and people of a release.</summary>
public sealed class ExportedNumbersTests
{
    private const int FirstMade = 1 << 30;

    [Theory]
    [InlineData("17", 17)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("017", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData(" 1", null)]
    [InlineData("MC-1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Knows_a_number_when_it_is_written_as_one(string? text, int? number) => ExportedNumbers.NumberIn(text).ShouldBe(number);

    [Fact]
    public void Takes_the_number_of_the_file_then_that_of_the_code_then_one_made_of_the_GUID()
    {
        var numbers = ExportedNumbers.Of([Thing(1, 35, 12), Thing(2, 12), Thing(3)]);
        numbers[Id(1)].ShouldBe(35);
        numbers[Id(2)].ShouldBe(12);
        numbers[Id(3)].ShouldBeGreaterThanOrEqualTo(FirstMade);
    }

    [Fact]
    public void Lets_the_older_keep_a_number_that_two_want_whatever_their_order()
    {
        Numbered[] things = [Thing(1, 17), Thing(2, 17), Thing(3, 17, 18)];
        var numbers = ExportedNumbers.Of(things);
        (numbers[Id(1)], numbers[Id(3)]).ShouldBe((17, 18));
        numbers[Id(2)].ShouldBeGreaterThanOrEqualTo(FirstMade);
        ExportedNumbers.Of(things.Reverse()).ShouldBe(numbers, ignoreOrder: true);
    }

    [Fact]
    public void Keeps_all_numbers_when_others_come_and_go()
    {
        var many = Enumerable.Range(1, 20_000).Select(n => Thing(n)).ToList();
        var all = ExportedNumbers.Of(many);
        all.Values.ShouldBeUnique();
        var early = ExportedNumbers.Of(many.Take(15_000));
        early.ShouldAllBe(n => all[n.Key] == n.Value);
    }

    [Fact]
    public void Gives_a_session_the_GUID_of_its_file_and_a_person_only_one_that_is_random()
    {
        var release = HandmadeRelease.Document with
        {
            Sessions = [HandmadeRelease.MasterclassC with { ExternalId = "guid:a0a0fcfe-b7fb-56e3-84b6-97a5406016b4" }, HandmadeRelease.Coffee with { ExternalId = "id:4711" }, HandmadeRelease.Night with { ExternalId = "guid:A0A0FCFE-b7fb-56e3-84b6-97a5406016b4" }],
            People = [HandmadeRelease.Aoife with { ExternalId = "id:63" }, HandmadeRelease.Lukasz, HandmadeRelease.Mariam],
        };
        var agenda = new PublishedAgenda(release);
        var identities = new ExportedIdentities(agenda);
        identities.Of(agenda.Session("MC-C")!).Guid.ShouldBe(new Guid("a0a0fcfe-b7fb-56e3-84b6-97a5406016b4"));
        identities.Of(agenda.Session("BR-1")!).ShouldBe((HandmadeRelease.Guid(504), 4711));
        identities.Of(agenda.Session("EV-Łódź")!).Guid.ShouldBe(HandmadeRelease.Guid(503));
        identities.Of(agenda.Person(HandmadeRelease.Guid(401))!).ShouldBe((HandmadeRelease.Guid(401), 63));
    }

    private static Numbered Thing(int n, params int[] wishes) => new(Id(n), Id(n), wishes);

    private static Guid Id(int n) => HandmadeRelease.Guid(n);
}
