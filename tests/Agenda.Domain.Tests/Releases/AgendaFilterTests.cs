using Agenda.Domain.Releases;

namespace Agenda.Domain.Tests.Releases;

public sealed class AgendaFilterTests
{
    private readonly PublishedAgenda agenda;
    private readonly string lucja, niamh;

    public AgendaFilterTests()
    {
        var given = new Given();
        given.Session("A", facts => facts with { Track = given.Teaching, Language = "en", Chairs = [given.Lucja.Id] });
        given.Session("B", facts => facts with { Type = given.Paper, Language = "ga", Title = "Scoileanna beaga" }, given.Rowan, "2027-01-12 11:00");
        given.Session("C", facts => facts with { Track = given.Teaching, Language = "en-GB", Abstract = "We *measure*\nnothing." }, given.Willow, "2027-01-13 09:00");
        given.Session("D", facts => facts with { Type = given.Paper, Contributions = [new("D.1", "Ελένη's talk") { Abstract = "Inner", Authors = [new(given.Niamh.Id, true)] }] }, given.Rowan, "2027-01-13 11:00");
        given.Unplaced("E", facts => facts with { Track = given.Teaching, Discussants = [given.Lucja.Id] });
        agenda = given.Agenda();
        (lucja, niamh) = (given.Lucja.Id.Value.ToString(), given.Niamh.Id.Value.ToString());
    }

    public static TheoryData<string, AgendaFilter, string> Filters => new()
    {
        { "nothing", new(), "A B C D E" },
        { "a day", new() { Days = ["2027-01-12"] }, "A B" },
        { "a day of the conference without sessions", new() { Days = ["2027-01-14"] }, "" },
        { "a day or another", new() { Days = ["2027-01-13", "2027-01-12"] }, "A B C D" },
        { "the same twice", new() { Days = ["2027-01-12", "2027-01-12"] }, "A B" },
        { "a room", new() { Rooms = ["rowan"] }, "B D" },
        { "a room without sessions", new() { Rooms = ["loft"] }, "" },
        { "a track", new() { Tracks = ["teaching"] }, "A C E" },
        { "a type", new() { Types = ["PS"] }, "B D" },
        { "a language", new() { Languages = ["en"] }, "A" },
        { "a language in capitals", new() { Languages = ["EN-gb"] }, "C" },
        { "a day and a room", new() { Days = ["2027-01-13"], Rooms = ["rowan"] }, "D" },
        { "days and tracks", new() { Days = ["2027-01-12", "2027-01-13"], Tracks = ["teaching"] }, "A C" },
        { "what excludes each other", new() { Rooms = ["willow"], Types = ["PS"] }, "" },
        { "a word of a title", new() { Queries = ["beaga"] }, "B" },
        { "words in any order and place", new() { Queries = ["nothing measure"] }, "C" },
        { "words of which one is missing", new() { Queries = ["nothing beaga"] }, "" },
        { "one or the other query", new() { Queries = ["nothing", "beaga"] }, "B C" },
        { "a part of a word", new() { Queries = ["easur"] }, "C" },
        { "a person without diacritics", new() { Queries = ["zdzblowska"] }, "A E" },
        { "an affiliation", new() { Queries = ["LODZ"] }, "A E" },
        { "an author", new() { Queries = ["ni thuath"] }, "D" },
        { "a title of a contribution", new() { Queries = ["ΕΛΕΝΗ"] }, "D" },
        { "an abstract of a contribution", new() { Queries = ["inner"] }, "D" },
        { "a code of a contribution", new() { Queries = ["d.1"] }, "D" },
        { "a query of blanks", new() { Queries = ["  "] }, "A B C D E" },
        { "a query and a day", new() { Queries = ["title"], Days = ["2027-01-12"] }, "A" },
        { "a query that finds nothing", new() { Queries = ["xyzzy"] }, "" },
    };

    public static TheoryData<AgendaFilter, string, string> Unknown => new()
    {
        { new() { Days = ["2027-02-01"] }, "day", "2027-02-01" },
        { new() { Days = ["2027-01-12", "tuesday"] }, "day", "tuesday" },
        { new() { Rooms = ["Rowan"] }, "room", "Rowan" },
        { new() { Tracks = ["history"] }, "track", "history" },
        { new() { Types = ["mc"] }, "type", "mc" },
        { new() { Languages = ["fr"] }, "language", "fr" },
        { new() { People = ["somebody"] }, "person", "somebody" },
        { new() { Days = ["2027-01-12"], Rooms = [""], Tracks = ["history"] }, "room", "" },
    };

    [Theory, MemberData(nameof(Filters))]
    public void Selects(string what, AgendaFilter filter, string codes)
    {
        var selection = agenda.Select(filter);
        selection.Unknown.ShouldBeNull(what);
        string.Join(' ', selection.Sessions.Select(i => agenda.Sessions[i].Code)).ShouldBe(codes, what);
    }

    [Theory, MemberData(nameof(Unknown))]
    public void Names_the_first_value_that_the_release_does_not_know(AgendaFilter filter, string parameter, string value)
    {
        var selection = agenda.Select(filter);
        selection.Unknown.ShouldBe(new UnknownFilterValue(parameter, value));
        selection.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public void Selects_people_by_id_in_any_role()
    {
        Codes(new() { People = [lucja] }).ShouldBe("A E");
        Codes(new() { People = [niamh.ToUpperInvariant()] }).ShouldBe("D");
        Codes(new() { People = [niamh, lucja] }).ShouldBe("A D E");
        Codes(new() { People = [niamh, lucja], Tracks = ["teaching"] }).ShouldBe("A E");
    }

    [Fact]
    public void Knows_whether_it_asks_for_anything()
    {
        new AgendaFilter().IsEmpty.ShouldBeTrue();
        new AgendaFilter { Queries = ["x"] }.IsEmpty.ShouldBeFalse();
    }

    private string Codes(AgendaFilter filter) => string.Join(' ', agenda.Select(filter).Sessions.Select(i => agenda.Sessions[i].Code));
}
