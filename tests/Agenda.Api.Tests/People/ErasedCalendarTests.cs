using System.Net;
using System.Text;
using Agenda.Api.Tests.Calendars;

namespace Agenda.Api.Tests.People;

/// <summary>What calendar apps and caches notice when somebody is erased.</summary>
public sealed class ErasedCalendarTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Whoever_has_an_answer_from_before_gets_the_new_one_by_tag_and_by_date()
    {
        var quill = await Quill.MakeAsync(host, "conditional");
        var (api, reader) = (quill.Given.Path, host.Reader());
        string[] paths =
        [
            $"{api}/agenda", $"{api}/agenda?type=MC", $"{api}/agenda?release=1", $"{api}/agenda?release=2", $"{api}/agenda/sessions/MC-A", $"{api}/agenda/sessions/PS-B?release=1",
            "/calendars/conditional.ics", "/calendars/conditional.ics?type=MC", $"/calendars/conditional.ics?person={quill.Zsofia}", "/calendars/conditional/sessions/PS-B.ics",
        ];
        var before = new List<(string Path, string Tag, string Date)>();
        foreach (var path in paths)
        {
            using var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);
            before.Add((path, $"{answer.Headers.ETag}", answer.Content.Headers.NonValidated["Last-Modified"].ToString()));
        }

        // Within the second in which the newest release came out: seconds are all that dates of HTTP have.
        host.Clock.Now -= NodaTime.Duration.FromHours(1);
        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        foreach (var (path, tag, date) in before)
        {
            (await Ask(reader, path, "If-None-Match", tag)).ShouldBe(HttpStatusCode.OK, path);
            (await Ask(reader, path, "If-Modified-Since", date)).ShouldBe(HttpStatusCode.OK, path);
            using var now = await reader.GetAsync(path, TestContext.Current.CancellationToken);
            $"{now.Headers.ETag}".ShouldNotBe(tag, path);
            (await Ask(reader, path, "If-None-Match", $"{now.Headers.ETag}")).ShouldBe(HttpStatusCode.NotModified, path);
            (await Ask(reader, path, "If-Modified-Since", now.Content.Headers.NonValidated["Last-Modified"].ToString())).ShouldBe(HttpStatusCode.NotModified, path);
        }
    }

    [Fact]
    public async Task Entries_stay_the_same_ones_in_the_same_state_with_a_later_change()
    {
        var quill = await Quill.MakeAsync(host, "entries");
        var before = await Feed("entries");

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);
        var after = await Feed("entries");

        after.Keys.ShouldBe(before.Keys);
        foreach (var (uid, now) in after)
        {
            foreach (var property in (string[])["SEQUENCE", "DTSTART", "DTEND", "STATUS", "URL", "LOCATION"])
                now.GetValueOrDefault(property)?.Value.ShouldBe(before[uid].GetValueOrDefault(property)?.Value, $"{property} of {now["SUMMARY"].Text}");
            var showsHer = !now["SUMMARY"].Text.StartsWith("MC-E", StringComparison.Ordinal);
            (string.CompareOrdinal(now["LAST-MODIFIED"].Value, before[uid]["LAST-MODIFIED"].Value) > 0).ShouldBe(showsHer, now["SUMMARY"].Text);
            now["DTSTAMP"].Value.ShouldBe(now["LAST-MODIFIED"].Value);
        }

        after.Values.Select(e => e["SUMMARY"].Text).Order(StringComparer.Ordinal).ShouldBe(
            ["Cancelled: T-C: Lanterns of Name withdrawn", "MC-A: An hour with Name withdrawn", "MC-D: Taken over", "MC-E: Of others", "PS-B: Papers"]);
    }

    [Fact]
    public async Task Releases_keep_their_numbers_and_the_next_one_changes_nothing()
    {
        var quill = await Quill.MakeAsync(host, "numbers");
        var (api, reader) = (quill.Given.Path, host.Reader());
        var before = await reader.Read($"{api}/releases");
        var changes = (await reader.Read($"{api}/releases/3/changes?since=1"))["changes"].EnumerateArray().ToList();
        // That she was called otherwise in between is gone with her names.
        var renamed = changes.Where(c => c.GetProperty("kinds").GetRawText() == """["relabelled"]""").Select(c => c.GetProperty("code").GetString()).ToList();
        renamed.ShouldBe(["MC-A", "PS-B"]);
        var changed = changes.Select(c => c.GetProperty("code").GetString()).Except(renamed).ToList();

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        (await reader.Read($"{api}/releases")).Text.ShouldBe(before.Text.Replace("Zsófia Quillfeather", "Name withdrawn", StringComparison.Ordinal));
        (await reader.Read($"{api}/releases/3/changes?since=1"))["changes"].EnumerateArray().Select(c => c.GetProperty("code").GetString()).ShouldBe(changed);
        var feed = await Feed("numbers");
        (await quill.Given.Published())["number"].GetInt32().ShouldBe(4);
        (await reader.Read($"{api}/releases/4/changes"))["changes"].GetRawText().ShouldBe("[]");
        foreach (var (uid, entry) in await Feed("numbers"))
            entry["LAST-MODIFIED"].Value.ShouldBe(feed[uid]["LAST-MODIFIED"].Value);
    }

    [Fact]
    public async Task Search_finds_nothing_by_what_is_gone_and_the_rest_as_before()
    {
        var quill = await Quill.MakeAsync(host, "searched");
        string[] gone = ["zsofia", "Quillfeather", "glimmerglass", "moonlit", "brambleworth"];
        foreach (var word in gone)
            (await Found(quill, word)).ShouldBeGreaterThan(0, word);
        var ofHers = await Found(quill, "papers");

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        foreach (var word in gone)
            (await Found(quill, word)).ShouldBe(0, word);
        (await Found(quill, "papers")).ShouldBe(ofHers);
        (await host.Reader().Read($"{quill.Given.Path}/agenda?person={quill.Zsofia}"))["sessions"].GetArrayLength().ShouldBe(2);
    }

    private async Task<int> Found(Quill quill, string word)
    {
        var found = 0;
        foreach (var release in (string[])["", "&release=1", "&release=2"])
            found += (await host.Reader().Read($"{quill.Given.Path}/agenda?q={word}{release}"))["sessions"].GetArrayLength();
        return found;
    }

    private async Task<SortedDictionary<string, Dictionary<string, ContentLine>>> Feed(string slug) =>
        new(CalendarText.Components(Encoding.UTF8.GetBytes((await host.Reader().Read($"/calendars/{slug}.ics")).Text), "VEVENT").ToDictionary(e => e["UID"].Value));

    private static async Task<HttpStatusCode> Ask(HttpClient reader, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
