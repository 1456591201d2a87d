using System.Net;
using System.Text.RegularExpressions;
using Agenda.Domain.Text;

namespace Agenda.Api.Tests.People;

/// <summary>Everything that the public can read of a conference, whatever the format.</summary>
internal static partial class PublicOutput
{
    /// <summary>The texts by address. What is not there is read as well: an error must not tell either.</summary>
    public static async Task<Dictionary<string, string>> ReadAllAsync(HttpClient reader, string slug, int releases, IEnumerable<string> codes, params Guid[] people)
    {
        var texts = new Dictionary<string, string>();
        foreach (var path in Paths(slug, releases, [.. codes], people))
        {
            var answer = await reader.Read(path);
            ((int)answer.Status).ShouldBeLessThan(500, path);
            texts[path] = WebUtility.HtmlDecode(Trace().Replace(answer.Text, "").Replace("\r\n ", "", StringComparison.Ordinal));
        }

        return texts;
    }

    /// <summary>The addresses of the texts that hold a word, whatever its case and diacritics.</summary>
    public static IReadOnlyList<string> Holding(this Dictionary<string, string> texts, string word) =>
        [.. texts.Where(text => FoldedText.Of(text.Value).Contains(FoldedText.Of(word), StringComparison.Ordinal)).Select(text => text.Key)];

    public static void ShouldBeTheSameAs(this Dictionary<string, string> texts, Dictionary<string, string> others)
    {
        texts.Keys.ShouldBe(others.Keys);
        foreach (var (path, text) in texts)
            text.ShouldBe(others[path], path);
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();

    private static IEnumerable<string> Paths(string slug, int releases, string[] codes, Guid[] people)
    {
        var api = $"/api/v1/conferences/{slug}";
        var filters = (string[])["?type=MC", "?day=2024-01-08", "?q=hour"];
        return
        [
            "/", "/api/v1/conferences", api, $"{api}/agenda", $"{api}/agenda/people", $"{api}/releases",
            $"/calendars/{slug}.ics", $"/{slug}/schedule.xml", $"/{slug}/schedule.json", $"/{slug}/schedule.v2.json", $"/{slug}", $"/{slug}/nothing-here", $"{api}/releases/atom", $"/{slug}/changes", $"/{slug}/people", $"/{slug}/people?q=a", $"/{slug}/rooms", $"/{slug}?day=all",
            .. people.SelectMany(person => (string[])[$"{api}/releases/atom?person={person}", $"/{slug}/changes?person={person}"]),
            .. people.Select(person => $"{api}/agenda/people/{person}"), .. people.Select(person => $"/{slug}/people/{person}"),
            .. filters.Concat(people.Select(person => $"?person={person}")).SelectMany(filter => (string[])[$"{api}/agenda{filter}", $"/calendars/{slug}.ics{filter}", $"/{slug}{filter}", $"{api}/subscribe{filter}"]),
            .. codes.SelectMany(code => (string[])[$"{api}/agenda/sessions/{code}", $"/calendars/{slug}/sessions/{code}.ics", $"/{slug}/sessions/{code}"]),
            .. Enumerable.Range(1, releases).SelectMany(n => (IEnumerable<string>)[
                $"{api}/agenda?release={n}", $"{api}/releases/{n}", $"{api}?release={n}", $"{api}/agenda/people?release={n}", $"/calendars/{slug}.ics?release={n}", $"/{slug}/schedule.xml?release={n}", $"/{slug}/schedule.json?release={n}", $"/{slug}?release={n}",
                $"/{slug}/people?release={n}", $"/{slug}/rooms?release={n}", $"/{slug}?release={n}&day=all", .. people.Select(person => $"/{slug}/people/{person}?release={n}"),
                $"/{slug}/changes?release={n}", $"/{slug}/changes?release={n}&since=0", .. people.Select(person => $"{api}/agenda?release={n}&person={person}"),
                .. codes.SelectMany(code => (string[])[
                    $"{api}/agenda/sessions/{code}?release={n}", $"/calendars/{slug}/sessions/{code}.ics?release={n}", $"/{slug}/sessions/{code}?release={n}"]),
                .. people.Select(person => $"{api}/agenda/people/{person}?release={n}"),
                .. Enumerable.Range(0, n).Select(since => $"{api}/releases/{n}/changes?since={since}")]),
        ];
    }
}
