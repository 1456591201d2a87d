using System.Net;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>Everybody gets the table that their role sees, and only editors give one back.</summary>
public sealed class TablesForWhomTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_table_has_what_the_reader_may_see_and_no_more()
    {
        var given = await RichConference.MakeAsync(host, "whom");
        var chair = (await given.Opened("people"))["email", "ada@example.org"]["id"];
        foreach (var (role, withNotes, withEmail, sessions) in (IEnumerable<(ConferenceRole, bool, bool, int)>)
            [(ConferenceRole.Reader, false, false, 20), (ConferenceRole.Chair, true, false, 2), (ConferenceRole.Editor, true, true, 20)])
        {
            var client = await MemberAsync(given.Slug, role, role == ConferenceRole.Chair ? Guid.Parse(chair) : null);
            var seen = new Given(client, given.Slug);
            var sheet = await seen.Opened("sessions");
            (sheet.Rows.Count, sheet.Columns.Contains("notes"), sheet.Columns.Contains("joinUrl")).ShouldBe((sessions, withNotes, withNotes), $"{role}");
            (await seen.Opened("contributions")).Rows.Count.ShouldBe(sessions * 2);
            (await seen.Opened("rooms")).Columns.Contains("joinUrl").ShouldBe(withNotes);
            var people = await seen.Table("people");
            System.Text.Encoding.UTF8.GetString(people).Contains("ada@example.org", StringComparison.Ordinal).ShouldBe(withEmail);
            (Sheet.Open(people).Columns.Contains("email"), Sheet.Open(people).Columns.Contains("absences")).ShouldBe((withEmail, withEmail));
            (await seen.Upload("people", people, "?dryRun=true")).Status.ShouldBe(role == ConferenceRole.Editor ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task What_a_reader_could_not_see_is_left_alone_when_their_table_comes_back()
    {
        var given = await RichConference.MakeAsync(host, "whom-back");
        var reader = new Given(await MemberAsync(given.Slug, ConferenceRole.Reader, null), given.Slug);
        var before = await host.Everything();
        foreach (var table in TableTrips.Tables)
            (await given.Uploaded(table, await reader.Table(table))).Changes().ShouldBeEmpty();
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_table_that_comes_back_leaves_a_trace_of_what_it_changed()
    {
        var given = await RichConference.MakeAsync(host, "whom-trace");
        var sheet = await given.Opened("rooms");
        sheet["slug", "oak-room"]["capacity"] = "70";
        await given.Uploaded("rooms", sheet.Save());
        var entry = (await given.Organiser.Read($"{given.Path}/audit?limit=1")).ShouldBe(HttpStatusCode.OK)["items"][0];
        (entry.GetProperty("operation").GetString(), entry.GetProperty("kind").GetString()).ShouldBe(("importTable", "room"));
        entry.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("field").GetString()).ShouldBe(["capacity"]);
    }

    private async Task<HttpClient> MemberAsync(string slug, ConferenceRole role, Guid? person)
    {
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync($"{role}");
        await accounts.MemberAsync(account, slug, role, person);
        return await accounts.WithTokenAsync(account);
    }
}
