using System.Net;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>What was edited in a spreadsheet arrives, and nothing else.</summary>
public sealed class TableEditTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Exactly_the_cells_that_were_edited_change()
    {
        var given = await RichConference.MakeAsync(host, "edited");
        var sheet = await given.Opened("sessions");
        var (first, second) = (sheet["code", "MC-1"], sheet["code", "MC-2"]);
        (first["title"], first["seats"], first["room"], first["start"], first["abstract"]) = ("Renamed", "", "oak-room", "2:00 PM", "'=still text");
        (second["day"], second["start"], second["minutes"], second["chairs"]) = ("08.01.2024", "9.05", "90", "Siobhán");
        var chairs = (await given.Opened("sessions"))["code", "MC-2"]["chairs"];
        var tried = await given.Uploaded("sessions", sheet.Save(), "?dryRun=true");
        tried.Counts().ShouldBe((0, 2, 0, 18));
        (await given.Opened("sessions"))["code", "MC-1"]["title"].ShouldBe("'+1");

        var report = await given.Uploaded("sessions", sheet.Save());

        report.Changes().ShouldBe(tried.Changes());
        report.Changes().ShouldBe(
        [
            "row 3 session MC-1 updated; title: +1 -> Renamed (file); seats: 40 ->  (file); room: arbutus-room -> oak-room (file); start: 10:30 -> 14:00 (file); abstract: +1    -2024-01-08  -> =still text (file)",
            $"row 14 session MC-2 updated; day:  -> 2024-01-08 (file); start:  -> 09:05 (file); minutes:  -> 90 (file); chairs: {chairs.TrimStart('\'')} -> {await Siobhan(given)} (file)",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_edited_here_since_is_not_overwritten_unless_the_file_is_to_win()
    {
        var given = await Small();
        var sheet = await given.Opened("sessions");
        var row = sheet["code", "MC-1"];
        var session = await given.Organiser.Read($"{given.Path}/sessions/{row["id"]}");
        (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-1", title = "Networks, anew", type = "MC", seats = 30, status = "confirmed", language = "en", chairs = session["chairs"] })).ShouldBe(HttpStatusCode.OK);
        (row["title"], row["abstract"]) = ("From the sheet", "Also");

        var kept = await given.Uploaded("sessions", sheet.Save());
        kept.Counts().ShouldBe((0, 0, 1, 1));
        kept.Changes().ShouldBe(["row 2 session MC-1 kept; title: Networks, anew -> From the sheet (here, edited); seats: 30 ->  (here, edited); abstract:  -> Also (here, edited)"]);
        (await given.Programme()).Keys.Order().ShouldBe(["Networks, anew", "Other"]);

        var taken = await given.Uploaded("sessions", sheet.Save(), "?edits=file");
        taken.Changes().ShouldBe(["row 2 session MC-1 updated; title: Networks, anew -> From the sheet (file, edited); seats: 30 ->  (file, edited); abstract:  -> Also (file, edited)"]);
        (await given.Programme()).Keys.Order().ShouldBe(["From the sheet", "Other"]);
    }

    [Fact]
    public async Task Missing_columns_and_missing_rows_are_left_alone_and_empty_cells_clear()
    {
        var given = await Small();
        var sheet = await given.Opened("sessions");
        sheet["code", "MC-1"]["language"] = "";
        sheet.Rows.RemoveAt(1);
        var report = await given.Uploaded("sessions", sheet.Save(columns: ["language", "version", "id", "Remarks"]));
        report.Changes().ShouldBe(["row 2 session MC-1 updated; language: en ->  (file)"]);
        report.Notes("leftOut").ShouldBe(["row 1 | Remarks | The table has no such column; it is left out."]);
        var programme = await given.Programme();
        programme.Count.ShouldBe(2);
        (programme["Networks"].GetProperty("language").GetString(), programme["Networks"].GetProperty("abstract").GetString()).ShouldBe((null, "About."));
    }

    [Fact]
    public async Task Rows_without_an_id_are_new_unless_their_key_is_here_already()
    {
        var given = await Small();
        var people = await given.Uploaded("people", "givenName;familyName;email\r\nGrace;Hopper;grace@example.org\r\nAda;Lovelace;\r\n");
        people.Changes().ShouldBe(["row 2 person Grace Hopper created", "row 3 person Ada Lovelace kept; email: ada@example.org ->  (here, edited)"]);
        var rooms = await given.Uploaded("rooms", "slug,name,capacity,parts\nwhole,Whole,100,north; south\n,North,50,\n,South,50,\n");
        rooms.Counts().ShouldBe((3, 0, 0, 0));
        var sessions = await given.Uploaded("sessions", "code,title,type,status,chairs,day,start,minutes,room\nMC-3,Third,MC,confirmed,Grace Hopper;Ada Lovelace,2024-01-09,14:00,60,whole\n");
        sessions.Counts().ShouldBe((1, 0, 0, 0));
        var contributions = await given.Uploaded("contributions", "session,code,order,title,authors\nMC-3,C1,2,Later,Ada Lovelace*\nMC-3,C2,1,Sooner,Grace Hopper*\n");
        contributions.Counts().ShouldBe((2, 0, 0, 0));
        (await given.Lines())[2].ShouldBe("MC-3: Third | 2024-01-09T14:00:00 +00:00, 60, whole | MC, -, - | Grace Hopper, Ada Lovelace / Grace Hopper*, Ada Lovelace*");

        (await given.Uploaded("contributions", "session,code,order,title,authors\nMC-3,C1,2,Later,Ada Lovelace*\n")).Counts().ShouldBe((0, 0, 0, 1));
        (await given.Opened("rooms"))["slug", "whole"]["parts"].ShouldBe("north; south");
    }

    [Fact]
    public async Task Contributions_are_edited_moved_and_added_within_their_session()
    {
        var given = await RichConference.MakeAsync(host, "contributions");
        var sheet = await given.Opened("contributions");
        var (first, second) = (sheet.Rows[0], sheet.Rows[1]);
        (first["order"], first["minutes"], second["authors"]) = ("2", "25", second["authors"].TrimEnd('*'));
        second["order"] = "1";
        sheet.Rows.Add(new() { ["session"] = first["session"], ["title"] = "Added", ["order"] = "2" });

        var report = await given.Uploaded("contributions", sheet.Save());

        report.Counts().ShouldBe((1, 2, 0, sheet.Rows.Count - 3));
        var after = (await given.Opened("contributions")).Rows;
        after.Take(3).Select(row => (row["title"], row["order"], row["minutes"])).ShouldBe([("Second", "1", ""), (first["title"], "2", "25"), ("Added", "3", "")]);
        after[0]["authors"].ShouldNotEndWith("*");
        (after[0]["id"], after[1]["id"]).ShouldBe((second["id"], first["id"]));
    }

    [Fact]
    public async Task Codes_may_be_exchanged_and_conflicts_are_told()
    {
        var given = await Small();
        var sheet = await given.Opened("sessions");
        (sheet.Rows[0]["code"], sheet.Rows[1]["code"]) = (sheet.Rows[1]["code"], sheet.Rows[0]["code"]);
        (await given.Uploaded("sessions", sheet.Save())).Counts().ShouldBe((0, 2, 0, 0));
        (await given.Programme())["Networks"].GetProperty("code").GetString().ShouldBe("MC-2");

        await given.Room("Only room");
        sheet = await given.Opened("sessions");
        foreach (var row in sheet.Rows)
            (row["room"], row["day"], row["start"], row["minutes"]) = ("only-room", "2024-01-08", "10:00", "60");
        foreach (var query in (string[])["?dryRun=true", ""])
        {
            (await given.Uploaded("sessions", sheet.Save(), query))["conflicts"].GetProperty("caused").EnumerateArray().Select(c => c.GetProperty("rule").GetString()).ShouldContain("room-double-booked");
        }
    }

    [Fact]
    public async Task An_erased_person_stays_erased_whatever_an_older_table_says()
    {
        var given = await Small();
        var (people, sessions) = (await given.Table("people"), await given.Table("sessions"));
        var ada = (await given.People()).Single(p => p.Value.GetProperty("familyName").GetString() == "Lovelace");
        var tag = (await given.Organiser.Read($"{given.Path}/people/{ada.Key}")).Tag;
        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{ada.Key}/erasure", new { }, tag)).ShouldBe(HttpStatusCode.OK);
        (await given.Uploaded("people", people)).Counts().ShouldBe((0, 0, 1, 0));
        (await given.Upload("people", people, "?edits=file")).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");
        (await given.Uploaded("sessions", sessions)).Counts().ShouldBe((0, 0, 0, 2));
        (await given.People())[ada.Key].GetProperty("email").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task A_template_has_a_row_that_can_be_imported()
    {
        var given = await Small();
        foreach (var table in TableTrips.Tables)
        {
            var sheet = Sheet.Open(await given.Table(table, "?template=true"));
            sheet.Columns.ShouldBe((await given.Opened(table)).Columns);
            (sheet.Rows.Count, sheet.Rows[0]["id"], sheet.Rows[0]["version"]).ShouldBe((1, "", ""));
            (await given.Uploaded(table, sheet.Save())).Counts().ShouldBe((1, 0, 0, 0), table);
        }
    }

    private static async Task<string> Siobhan(Given given) => $"Siobhán <{(await given.Opened("people"))["givenName", "Siobhán"]["id"]}>";

    private async Task<Given> Small()
    {
        var given = await Given.Conference(host, $"small-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        var ada = await given.Person("Ada", "Lovelace", email: "ada@example.org");
        await given.Session("MC-1", "Networks", more: new { @abstract = "About.", language = "en", chairs = new[] { ada.Id } });
        await given.Session("MC-2", "Other");
        return given;
    }
}
