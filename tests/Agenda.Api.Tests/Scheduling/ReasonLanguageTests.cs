using System.Net;
using Agenda.Api.Tests.Web;
using Agenda.Api.Tests.Web.Organise;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>Programs are told of conflicts in the language that they ask for, and readers of pages in theirs.</summary>
public sealed class ReasonLanguageTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string English = "Andy Hargreaves chairs MC-A and chairs MC-B on 2024-01-08 09:30 until 10:00.";
    private const string German = "Andy Hargreaves leitet MC-A und leitet MC-B, am 8. Januar 2024 von 09:30 bis 10:00.";

    private static int unique;

    [Theory]
    [InlineData(null, "en")]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("fr, de;q=0.5, en;q=0.4", "de")]
    [InlineData("en-GB, de;q=0.5", "en")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    public async Task The_reason_is_in_the_language_that_is_asked_for_and_the_answer_says_which(string? asked, string language)
    {
        var (given, _, _) = await Clashing();

        var (answer, headers, varies) = await AskAsync(given.Organiser, HttpMethod.Get, $"{given.Path}/conflicts?rule=person-double-booked", asked);

        answer["items"][0].GetProperty("reason").GetString().ShouldBe(language == "de" ? German : English);
        headers.ShouldBe([language]);
        varies.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task So_it_is_in_the_answers_to_edits_and_refusals_and_nothing_else_is_translated()
    {
        var (given, first, second) = await Clashing();
        var moves = new { moves = new[] { new { session = second.Id, room = "birch-room", start = "2024-01-08T09:45:00", minutes = 60 }, new { session = first.Id, room = "birch-room", start = "2024-01-08T09:00:00", minutes = 60 } } };

        var (moved, languages, _) = await AskAsync(given.Organiser, HttpMethod.Post, $"{given.Path}/moves?dryRun=true", "de", moves);
        moved["caused"].EnumerateArray().Select(c => c.GetProperty("reason").GetString()).ShouldContain("MC-A und MC-B sind beide in Birch Room, am 8. Januar 2024 von 09:45 bis 10:00.");
        languages.ShouldBe(["de"]);

        var (refused, _, _) = await AskAsync(given.Organiser, HttpMethod.Post, $"{given.Path}/releases", "de", new { });
        refused.ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged")["conflicts"][0].GetProperty("reason").GetString().ShouldBe(German);
        var (inEnglish, _, _) = await AskAsync(given.Organiser, HttpMethod.Post, $"{given.Path}/releases", null, new { });
        refused["detail"].GetString().ShouldBe(inEnglish["detail"].GetString());

        // What tells of no conflict says nothing of a language.
        var (rooms, none, varies) = await AskAsync(given.Organiser, HttpMethod.Get, $"{given.Path}/rooms", "de");
        rooms.ShouldBe(HttpStatusCode.OK);
        none.ShouldBeEmpty();
        varies.ShouldNotContain("Accept-Language");
        var (wrong, _, _) = await AskAsync(given.Organiser, HttpMethod.Post, $"{given.Path}/rooms", "de", new { name = "" });
        var (inEnglishToo, _, _) = await AskAsync(given.Organiser, HttpMethod.Post, $"{given.Path}/rooms", null, new { name = "" });
        wrong.ShouldBe(HttpStatusCode.BadRequest)["errors"].GetRawText().ShouldBe(inEnglishToo["errors"].GetRawText());
    }

    [Fact]
    public async Task Pages_tell_conflicts_in_the_readers_language()
    {
        var (given, _, second) = await Clashing();
        using var english = await ConsoleReader.SignedInAsync(host, given.Slug, ConferenceRole.Organiser, language: "en-US");
        using var german = await ConsoleReader.SignedInAsync(host, given.Slug, ConferenceRole.Organiser, language: "de-DE");

        foreach (var page in (string[])["conflicts", "board", "publish", $"sessions/{second.Id}"])
        {
            var (one, other) = (await english.GetAsync($"/organise/{given.Slug}/{page}"), await german.GetAsync($"/organise/{given.Slug}/{page}"));
            one.Html.Texts(".issue p:not(.acts)").ShouldContain(English, page);
            other.Html.Texts(".issue p:not(.acts)").ShouldContain(German, page);
            other.Html.QuerySelectorAll(".issue [lang]").ShouldBeEmpty(page);
        }

        (await german.GetAsync($"/organise/{given.Slug}/conflicts.csv")).Text.ShouldContain(German);
        (await english.GetAsync($"/organise/{given.Slug}/conflicts.csv")).Text.ShouldContain(English);
    }

    private static async Task<(Answer Answer, IReadOnlyList<string> Languages, IReadOnlyList<string> Varies)> AskAsync(HttpClient client, HttpMethod method, string path, string? language, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.Read(), [.. response.Content.Headers.ContentLanguage], [.. response.Headers.Vary]);
    }

    private async Task<(Given Given, Answer First, Answer Second)> Clashing()
    {
        var given = await Given.Conference(host, $"reasons-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Room("Alder Room");
        await given.Room("Birch Room");
        var chairs = new[] { (await given.Person("Andy", "Hargreaves")).Id };
        var first = await given.Placed(await given.Session("MC-A", "A", more: new { chairs }), "alder-room", "2024-01-08T09:00:00", 60);
        return (given, first, await given.Placed(await given.Session("MC-B", "B", more: new { chairs }), "birch-room", "2024-01-08T09:30:00", 60));
    }
}
