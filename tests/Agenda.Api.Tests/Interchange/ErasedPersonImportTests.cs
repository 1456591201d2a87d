using System.Net;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A file that names somebody who was erased does not bring them back.</summary>
public sealed class ErasedPersonImportTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Zsofia = "Zsófia Quillfeather";

    public static TheoryData<string, string, string> Keys => new()
    {
        { "GUID", "guid='11111111-0000-4000-8000-000000000001' id='7'", "guid='11111111-0000-4000-8000-000000000001' id='8'" },
        { "id", "id='7'", "id='7'" },
        { "name", "", "" },
        { "name-after-id", "id='7'", "" },
    };

    private static string File(string person, string title = "Soil", string text = "Moonlit.") =>
        $"""
        <schedule><conference><title>x</title><time_zone_name>Europe/Oslo</time_zone_name></conference><day date='2031-01-01'><room name='A'>
        <event id='1'><start>10:00</start><duration>0:30</duration><title>{title}</title><abstract>{text}</abstract><persons><person {person}>{Zsofia}</person></persons></event>
        <event id='2'><start>11:00</start><duration>0:30</duration><title>In answer to Quillfeather, Zsófia</title><abstract>She, {Zsofia}, was first.</abstract>
          <links><link href='https://example.org/'>Slides of {Zsofia}</link></links>
          <persons><person {person}>{Zsofia}</person><person id='9'>Andy Hargreaves</person></persons></event>
        </room></day></schedule>
        """;

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task They_are_recognised_by_what_the_file_calls_them(string how, string first, string later)
    {
        var given = await Imported($"erased-{how}".ToLowerInvariant(), File(first));
        var (id, _) = await Erase(given);
        var lines = await given.Lines();

        var report = await given.Imported(File(later));

        report.Sessions().ShouldBe((0, 0, 2));
        report.Tally("people").ShouldBe((0, 0, 2));
        report.Notes("leftOut").Where(note => note.Contains("erased", StringComparison.Ordinal)).ShouldBe([
            $"line 2 | person {id} | They were erased from this conference: what the file says of them stays out.",
            "line 2 | abstract | Nobody wrote it but people who were erased from this conference."]);
        (await given.Lines()).ShouldBe(lines);
        lines.ShouldBe([
            "1: Soil | 2031-01-01T10:00:00 +01:00, 30, a | Session, -, - |  / Name withdrawn*",
            "2: In answer to Name withdrawn | 2031-01-01T11:00:00 +01:00, 30, a | Session, -, - |  / Name withdrawn*, Andy Hargreaves*"]);
        (await Everything(given)).ShouldNotContain("Quillfeather", Case.Insensitive);
        (await Everything(given)).ShouldNotContain("Moonlit", Case.Insensitive);
    }

    [Fact]
    public async Task What_the_newer_file_says_otherwise_comes_in_without_them()
    {
        var given = await Imported("erased-newer", File("id='7'"));
        await Erase(given);

        var report = await given.Imported(File("id='7'", title: $"Soil, by {Zsofia}", text: "Moonlit and new."));

        report.Sessions().ShouldBe((0, 1, 1));
        (await given.Programme()).Keys.Order(StringComparer.Ordinal).ShouldBe(["In answer to Name withdrawn", "Soil, by Name withdrawn"]);
        (await Everything(given)).ShouldNotContain("Quillfeather", Case.Insensitive);
        (await Everything(given)).ShouldNotContain("Moonlit", Case.Insensitive);
    }

    [Fact]
    public async Task A_title_that_went_with_them_stays_away()
    {
        var given = await Imported("erased-title", File("id='7'"));
        await Erase(given, new { titles = true });

        (await given.Imported(File("id='7'"))).Sessions().ShouldBe((0, 0, 2));

        (await given.Programme()).Keys.Order(StringComparer.Ordinal).ShouldBe(["In answer to Name withdrawn", "Title withdrawn"]);
    }

    [Fact]
    public async Task A_session_that_was_recognised_by_its_title_is_the_same_one()
    {
        static string Untold(string file) => file.Replace("<event id='1'>", "<event>", StringComparison.Ordinal).Replace("<event id='2'>", "<event>", StringComparison.Ordinal);
        var given = await Imported("erased-untold", Untold(File("id='7'")));
        await Erase(given, new { titles = true });

        var report = await given.Imported(Untold(File("id='7'")));

        report.Sessions().ShouldBe((0, 0, 2));
        report["gone"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_else_is_somebody_else()
    {
        var given = await Imported("erased-else", File("guid='11111111-0000-4000-8000-000000000001'"));
        await Erase(given);

        var report = await given.Imported(File("guid='22222222-0000-4000-8000-000000000002'").Replace(Zsofia, "Zsófia Other", StringComparison.Ordinal));
        report.Tally("people").ShouldBe((1, 0, 1));
        (await given.People()).Values.Select(p => p.GetProperty("familyName").GetString()).Order(StringComparer.Ordinal).ShouldBe(["Hargreaves", "Name withdrawn", "Other"]);
        (await given.Imported(File("guid='33333333-0000-4000-8000-000000000003'"))).Tally("people").Created.ShouldBe(1, "another GUID is another person, whatever the name");
    }

    private async Task<Given> Imported(string slug, string file)
    {
        var given = await Given.Conference(host, slug, "Europe/Oslo", "2031-01-01", "2031-01-02");
        await given.Imported(file);
        return given;
    }

    private static async Task<(Guid Id, Answer Answer)> Erase(Given given, object? body = null)
    {
        var person = (await given.People()).Values.Single(p => p.GetProperty("familyName").GetString() == "Quillfeather");
        var id = person.GetProperty("id").GetGuid();
        return (id, (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{id}/erasure", body, "*")).ShouldBe(HttpStatusCode.OK));
    }

    private static async Task<string> Everything(Given given) => (await given.Organiser.Read($"{given.Path}/sessions")).Text + (await given.Organiser.Read($"{given.Path}/people")).Text;
}
