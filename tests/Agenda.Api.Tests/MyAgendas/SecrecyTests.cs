using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Agenda.Api.Tests.Interchange;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.MyAgendas;

/// <summary>Tokens and links to join are where they belong and nowhere else, however somebody writes an address.</summary>
public sealed partial class SecrecyTests
{
    private const string JoinUrl = "https://meet.example.org/leak-5521";

    private static readonly Encoding Latin = Encoding.Latin1;

    [Fact]
    public async Task Neither_token_and_no_link_is_in_any_log_trace_header_or_error()
    {
        await using var host = new WatchedHost();
        var (given, sessions) = await Starred.ConferenceAsync(host, "watched");
        await given.RevisedAsync(sessions["S-10"], ("joinUrl", JoinUrl));
        await given.RoomRevisedAsync("arbutus-room", ("joinUrl", JoinUrl + "-room"));
        await given.JoinLinksAsync(true);
        await given.Organiser.Put($"{given.Path}/sessions/{sessions["S-10"]}", "\"99\"", $$"""{ "code": "S-10", "title": "X", "type": "MC", "joinUrl": "ftp{{JoinUrl}}" }""");
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"], sessions["S-13"]);
        (await attendee.ReadFeedAsync()).Unfolded.ShouldContain(JoinUrl);
        var tokens = new List<string> { attendee.EditToken, attendee.FeedToken };

        var answers = await AskedInEveryWay(host.Reader().BaseAddress!.Port, attendee.FeedToken);
        answers.AddRange(await Broken(host, attendee));
        tokens.Add(await attendee.ReplaceEditTokenAsync());
        tokens.Add(await attendee.ReplaceFeedTokenAsync());
        await FeedRead.GetAsync(host.Reader(), Attendee.FeedAt(tokens[^1]));
        tokens.AddRange([attendee.EditToken, attendee.FeedToken]);
        answers.Add((await attendee.ReadAsync()).Text);
        answers.AddRange(await TakenToAnotherDevice(host, $"https://agenda.example.org/mine/join#{attendee.EditToken}~{attendee.FeedToken}"));
        await attendee.Own.Send(HttpMethod.Delete, Attendee.Mine);
        answers.Add((await attendee.ReadAsync()).Text);

        host.All.Written.Count.ShouldBeGreaterThan(500);
        foreach (var kind in (string[])["Information Microsoft.AspNetCore.Hosting.Diagnostics", "Debug Microsoft.AspNetCore.Routing", "scope", "diagnostic", "event"])
            host.All.Written.ShouldContain(line => line.StartsWith(kind, StringComparison.Ordinal) && line.Contains("/calendars/mine/-.ics", StringComparison.Ordinal), kind);
        host.All.Written.ShouldContain(line => line.StartsWith("trace Microsoft.AspNetCore.Hosting.HttpRequestIn", StringComparison.Ordinal));
        foreach (var secret in tokens.Select(t => t.Replace("myagenda_", "", StringComparison.Ordinal)).Append("leak-5521"))
        {
            host.All.Written.Where(line => Holds(line, secret)).Take(3).ShouldBeEmpty();
            answers.Where(answer => Holds(answer, secret)).Where(answer => secret != "leak-5521" || !answer.Contains("BEGIN:VCALENDAR", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_process_of_its_own_that_logs_everything_does_not_log_them_either()
    {
        var folder = Directory.CreateTempSubdirectory("agenda-secrecy-").FullName;
        using var process = AgendaProcess.Start(
            folder, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", "--Logging:Console:FormatterOptions:IncludeScopes=true");
        var output = new StringBuilder();
        try
        {
            var port = await PortAsync(process.StandardOutput, output);
            var rest = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            using HttpClient reader = new() { BaseAddress = new($"http://127.0.0.1:{port}") }, own = new() { BaseAddress = reader.BaseAddress };
            var attendee = await Attendee.NewAsync(reader, own);
            var answers = await AskedInEveryWay(port, attendee.FeedToken);
            (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK);
            process.Kill();
            output.Append(await rest);

            answers.Where(answer => Holds(answer, attendee.FeedToken)).ShouldBeEmpty();
            $"{output}".ShouldContain("/calendars/mine/-.ics");
            foreach (var token in (string[])[attendee.FeedToken, attendee.EditToken["myagenda_".Length..]])
                $"{output}".Split('\n').Where(line => Holds(line, token)).Take(3).ShouldBeEmpty();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    // As browsers send the link: its tokens in the body of a form, whole or broken, and never in an address.
    private static async Task<List<string>> TakenToAnotherDevice(WatchedHost host, string link)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Reader().BaseAddress };
        var answers = new List<string>();
        foreach (var (body, type) in ((string, string)[])[
            ($"link={Uri.EscapeDataString(link)}", "application/x-www-form-urlencoded"), ($"link={Uri.EscapeDataString(link)}x", "application/x-www-form-urlencoded"),
            ($"link={Uri.EscapeDataString(link)}", "text/plain"), ($"--x\r\nContent-Disposition: form-data; name=\"link\"\r\n\r\n{link}", "multipart/form-data; boundary=x")])
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            using var answer = await browser.PostAsync("/mine/join", content, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.SeeOther, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
            // The cookie is where they belong.
            answer.Headers.Remove("Set-Cookie");
            answers.Add(answer + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        return answers;
    }

    // Word for word, so that no client mends an address. The answers with their headers.
    private static async Task<List<string>> AskedInEveryWay(int port, string token)
    {
        var answers = new List<string>();
        foreach (var target in Targets(token))
        {
            foreach (var method in (string[])["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
            {
                var answer = await AskAsync(port, $"{method} {target} HTTP/1.1");
                answer.ShouldStartWith("HTTP/1.1 ", Case.Sensitive, $"{method} {target}");
                answer.ShouldNotStartWith("HTTP/1.1 5", Case.Sensitive, $"{method} {target}");
                answers.Add(answer);
            }
        }

        answers.ShouldContain(answer => answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && answer.Contains("BEGIN:VCALENDAR", StringComparison.Ordinal));
        foreach (var line in (string[])[$"GET /calendars/mine/{token}.ics", $"GET /calendars/mine/{token}.ics HTTP/9.9", $"GET  /calendars/mine/{token}.ics HTTP/1.1"])
            answers.Add(await AskAsync(port, line));
        return answers;
    }

    private static IEnumerable<string> Targets(string token)
    {
        var feed = $"/calendars/mine/{token}.ics";
        return
        [
            feed, $"{feed}?tz=local", $"{feed}?tz=mars", $"{feed}?alarm=x", $"{feed}?alarm=-1", $"{feed}?", $"{feed}/", $"{feed}//", $"{feed}/more", $"{feed}.ics", $"/calendars/mine/{token}", $"/calendars/mine/{token}/",
            $"/CALENDARS/MINE/{token}.ICS", $"/Calendars/Mine/{token}.Ics", $"/calendars/%6dine/{token}.ics", $"/calendars/%6Dine/{token}%2Eics", $"/%63alendars/mine/{token}.ics",
            $"/calendars/mine%2F{token}.ics", $"/calendars%2Fmine%2F{token}.ics", $"/calendars%2fmine/{token}.ics", $"/calendars/mine%252F{token}.ics", $"/calendars/%256dine/{token}.ics",
            $"/calendars/mine%5C{token}.ics", $"/calendars\\mine\\{token}.ics", $"/calendars/mine\\{token}.ics", $"//calendars/mine/{token}.ics", $"/calendars//mine/{token}.ics", $"/calendars/mine//{token}.ics",
            $"/calendars/./mine/{token}.ics", $"/calendars/x/../mine/{token}.ics", $"/x/../calendars/mine/{token}.ics", $"/calendars/mine/./{token}.ics", $"/calendars/%2e/mine/{token}.ics", $"/calendars/mine/x/..%2F{token}.ics",
            $"/agenda/calendars/mine/{token}.ics", $"/api/v1/calendars/mine/{token}.ics", $"/calendars/mine/a/b/{token}", $"/calendars/mine/{token}%20.ics", $"/calendars/mine/%20{token}.ics",
            $"/calendars/mine/{token}%00.ics", $"/calendars/mine/{token}%FF.ics", $"/calendars/mine/{token}%ED%A0%80.ics", $"/calendars/mine/{token}.ics%0D%0AX:1", $"/calendars/mine/{token}%zz.ics",
            $"http://127.0.0.1/calendars/mine/{token}.ics", $"HTTP://agenda.example.org/calendars/%6dine/{token}.ics", $"http://127.0.0.1//calendars/mine/{token}.ics", $"/calendars/mine/{token}.ics#x", $"webcal://127.0.0.1/calendars/mine/{token}.ics",
        ];
    }

    private static async Task<string> AskAsync(int port, string requestLine)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Latin.GetBytes($"{requestLine}\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return Latin.GetString(answer.ToArray());
    }

    // The database fails under it.
    private static async Task<IEnumerable<string>> Broken(WatchedHost host, Attendee attendee)
    {
        host.Get<MyFeeds>().Forget(Secret.HashOf(attendee.FeedToken));
        Rename(host, "stars", "stars_away");
        try
        {
            var feed = await FeedRead.GetAsync(host.Reader(), attendee.Feed);
            var mine = await attendee.ReadAsync();
            (feed.Status, mine.Status).ShouldBe((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError));
            return [feed.Text + string.Join('\n', feed.Headers), mine.Text];
        }
        finally
        {
            Rename(host, "stars_away", "stars");
        }
    }

    private static void Rename(AgendaHost host, string table, string to)
    {
        using var connection = new SqliteConnection($"Data Source={host.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE {table} RENAME TO {to}";
        command.ExecuteNonQuery();
    }

    private static async Task<int> PortAsync(StreamReader output, StringBuilder all)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            all.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
                return int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException($"It does not listen:\n{all}");
    }

    // Whatever became of its case and its bytes.
    private static bool Holds(string text, string secret) => text.Contains(secret, StringComparison.OrdinalIgnoreCase) || Uri.UnescapeDataString(text).Contains(secret, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"Now listening on: http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
