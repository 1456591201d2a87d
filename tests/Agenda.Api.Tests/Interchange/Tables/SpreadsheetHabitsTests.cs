using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>Spreadsheets write dates, times, numbers and letters in their own way.</summary>
public sealed class SpreadsheetHabitsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Theory]
    [InlineData("2024-01-09", "2024-01-09")]
    [InlineData("9.1.2024", "2024-01-09")]
    [InlineData("09.01.2024 00:00:00", "2024-01-09")]
    [InlineData("2024/1/9", "2024-01-09")]
    [InlineData("09-Jan-2024", "2024-01-09")]
    [InlineData("9 January 2024", "2024-01-09")]
    [InlineData("1/9/2024", "2024-01-09")]
    [InlineData("09/01/2024", "2024-01-09")]
    [InlineData("13/01/2024", "2024-01-13")]
    [InlineData("1/13/2024", "2024-01-13")]
    [InlineData("3/4/2024", null)]
    [InlineData("09.01.24", null)]
    [InlineData("45300", null)]
    [InlineData("31.2.2024", null)]
    [InlineData("tomorrow", null)]
    public async Task A_date_is_read_where_it_means_one_day_and_refused_where_not(string said, string? day) => await Becomes("day", said, day);

    [Theory]
    [InlineData("8:30", "08:30")]
    [InlineData("08:30:00", "08:30")]
    [InlineData("8:30 AM", "08:30")]
    [InlineData("8:30:00 pm", "20:30")]
    [InlineData("12:15 a.m.", "00:15")]
    [InlineData("2pm", "14:00")]
    [InlineData("14.00", "14:00")]
    [InlineData("14h05", "14:05")]
    [InlineData("14", null)]
    [InlineData("25:00", null)]
    [InlineData("8:30:20", null)]
    [InlineData("0.604166666666667", null)]
    public async Task A_time_is_read_to_the_minute(string said, string? time) => await Becomes("start", said, time);

    [Theory]
    [InlineData("90", "90")]
    [InlineData("90.0", "90")]
    [InlineData("90,00", "90")]
    [InlineData("1.5", null)]
    [InlineData("1,500", null)]
    [InlineData("0", null)]
    [InlineData("99999999999", null)]
    public async Task A_number_is_a_whole_one(string said, string? minutes) => await Becomes("minutes", said, minutes);

    [Fact]
    public async Task Another_date_of_the_file_tells_which_number_is_the_month()
    {
        var given = await Conference();
        var file = "code,title,type,day,start,minutes\nA,A,MC,3/4/2024,10:00,30\nB,B,MC,13/4/2024,10:00,30\n";
        var report = await given.Uploaded("sessions", file);
        report.Notes("mended").ShouldBe(["row 2: day | 3/4/2024 | Read as 2024-04-03.", "row 3: day | 13/4/2024 | Read as 2024-04-13."]);
        (await given.Opened("sessions")).Rows.Select(row => row["day"]).ShouldBe(["2024-04-03", "2024-04-13", "2024-01-08"]);
    }

    [Fact]
    public async Task An_hour_that_comes_twice_needs_its_offset_and_gives_it()
    {
        var given = await Conference();
        var (head, row) = ("code,title,type,day,start,minutes,offset", "A,A,MC,2024-10-27,01:30,30");
        (await given.Upload("sessions", $"{head}\n{row},\n")).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused")["places"][0].GetProperty("where").GetString().ShouldBe("row 2: start");
        (await given.Upload("sessions", $"{head}\n{row.Replace("10-27", "03-31", StringComparison.Ordinal)},\n")).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");
        (await given.Uploaded("sessions", $"{head}\n{row},1:00\n")).Counts().ShouldBe((1, 0, 0, 0));
        var sheet = await given.Opened("sessions");
        sheet["code", "A"]["offset"].ShouldBe("'+01:00");
        sheet["code", "A"]["offset"] = "0:00";
        (await given.Uploaded("sessions", sheet.Save())).Changes().ShouldBe(["row 2 session A updated; offset: +01:00 -> +00:00 (file)"]);
    }

    [Fact]
    public async Task Letters_that_were_lost_in_the_file_are_not_lost_here()
    {
        var given = await Conference();
        await given.Session("MC-2", "Łódź 😀 naïve");
        var sheet = await given.Opened("sessions");
        sheet["code", "MC-2"]["abstract"] = "Naïve";
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
        var report = await given.Uploaded("sessions", sheet.Save(';', western));
        report.Changes().ShouldBe(["row 3 session MC-2 updated; abstract:  -> Naïve (file)"]);
        report.Notes("mended").ShouldBe(["row 3: title | ?ód? ?? naïve | Letters were lost when the file was saved in Windows-1252; what is here stays. Save as \"CSV UTF-8\"."]);
    }

    [Fact]
    public async Task A_text_that_the_spreadsheet_cut_is_refused()
    {
        var given = await Conference();
        await given.Session("MC-2", "Long", more: new { @abstract = new string('x', 40_000) });
        var sheet = await given.Opened("sessions");
        sheet["code", "MC-2"]["abstract"] = new string('x', 32_767);
        (await given.Uploaded("sessions", sheet.Save(), "?dryRun=true")).Notes("refused").ShouldHaveSingleItem().ShouldEndWith("| It was cut by the spreadsheet. Leave this column out of the file.");
    }

    [Fact]
    public async Task Who_is_meant_is_told_by_id_or_by_a_name_that_one_person_has()
    {
        var given = await Conference();
        var (ada, grace, other) = (await given.Person("Ada", "Lovelace"), await given.Person("Grace", "Hopper"), await given.Person("Grace", "Hopper"));
        var sheet = await given.Opened("sessions");
        foreach (var (said, outcome) in (IEnumerable<(string, string)>)
            [
                ("ada lovelace", $"Ada Lovelace <{ada.Id}>"),
                ($"Ada Lovelace\nGrace Hopper <{grace.Id}>;<{other.Id}>", $"Ada Lovelace <{ada.Id}>; Grace Hopper <{grace.Id}>; Grace Hopper <{other.Id}>"),
                ($"Ada Byron <{ada.Id}>", $"Ada Lovelace <{ada.Id}>"),
            ])
        {
            sheet.Rows[0]["chairs"] = said;
            (await given.Uploaded("sessions", sheet.Save(), "?dryRun=true")).Changes().ShouldHaveSingleItem().ShouldEndWith($"chairs:  -> {outcome} (file)");
        }

        foreach (var (said, why) in (IEnumerable<(string, string)>)
            [
                ("Grace Hopper", "2 people are called \"Grace Hopper\": say which one, as Grace Hopper <id>."),
                ("Nobody", "The conference has nobody called \"Nobody\"; add them to the people first."),
                ($"Grace Hopper <{ada.Id}>", $"<{ada.Id}> is Ada Lovelace here, not Grace Hopper: leave the id out where it is to be somebody else."),
                ($"<{Guid.Empty}>", $"The conference has no person {Guid.Empty}."),
                ("Ada Lovelace*", "A star says who presents a contribution; here it means nothing."),
            ])
        {
            sheet.Rows[0]["chairs"] = said;
            (await given.Uploaded("sessions", sheet.Save(), "?dryRun=true")).Notes("refused").ShouldBe([$"row 2: chairs | {said} | {why}"]);
        }
    }

    // What one cell of a placed session becomes; null where it is refused by row and field.
    private async Task Becomes(string column, string said, string? expected)
    {
        var given = await Conference();
        var sheet = await given.Opened("sessions");
        sheet.Rows[0][column] = said;
        if (expected is not null)
        {
            await given.Uploaded("sessions", sheet.Save());
            (await given.Opened("sessions")).Rows[0][column].ShouldBe(expected);
            return;
        }

        var before = await host.Everything();
        var refused = (await given.Upload("sessions", sheet.Save())).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");
        refused.Notes("places").ShouldHaveSingleItem().ShouldStartWith($"row 2: {column} | {said} | ");
        (await host.Everything()).ShouldBe(before);
    }

    private async Task<Given> Conference()
    {
        var given = await Given.Conference(host, $"habits-{Interlocked.Increment(ref unique)}", lastDay: "2024-01-13");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-1", "Networks"), null, "2024-01-08T10:00:00", 60);
        return given;
    }
}
