using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A site that answers as ConfTool's REST interface does, errors with status 200 included.</summary>
internal sealed class FakeConfTool
{
    public const string Passphrase = "a long secret";

    private static readonly Lazy<Task<FakeConfTool>> Site = new(StartAsync);

    private readonly Dictionary<string, long> numbers = [];
    private string server = "";
    private int sites;

    /// <summary>The one of this run of tests.</summary>
    public static Task<FakeConfTool> Shared => Site.Value;

    /// <summary>The address of a conference's site of its own, which remembers the numbers of its requests.</summary>
    public string NewSite() => $"{server}/site-{Interlocked.Increment(ref sites)}/";

    /// <summary>What was asked, without the hash.</summary>
    public List<string> Asked { get; } = [];

    private static async Task<FakeConfTool> StartAsync()
    {
        var site = new FakeConfTool();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{name}/rest.php", site.AnswerAsync);
        app.MapPost("/moved/rest.php", () => Microsoft.AspNetCore.Http.Results.Redirect("http://127.0.0.1:1/"));
        await app.StartAsync();
        site.server = app.Urls.Single();
        return site;
    }

    private async Task<IResult> AnswerAsync(string name, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var said = form["nonce"].ToString();
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said + Passphrase)));
        lock (Asked)
        {
            if (form["passhash"] != expected || !long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= numbers.GetValueOrDefault(name))
                return Xml("<?xml version=\"1.0\"?><rest><result>false</result><message>Invalid passphrase or nonce</message></rest>");

            numbers[name] = number;
            Asked.Add($"{form["page"]} {form["export_select"]} {form["form_export_format"]} {string.Join(",", form["form_export_sessions_options[]"].ToArray())}");
        }

        return form["export_select"].ToString() switch
        {
            "sessions" => Xml(new ConfToolFile(ConfToolFile.Masterclass).Xml()),
            "papers" => Xml(new ConfToolFile([("paperID", "7"), ("title", "A paper"), ("authors", "Reed, Bo"), ("session_ID", "17"), ("session_short", "MC-C"), ("session_title", "Designing & Leading Networks"), ("session_start", "2031-01-02 14:00"), ("session_end", "2031-01-02 16:30")]).Xml("papers", "paper")),
            _ => Xml("<subsumed_authors><subsumed_author><personID>501</personID><lastname>Hargreaves</lastname><firstname>Andy</firstname><cv>Writes.</cv></subsumed_author></subsumed_authors>"),
        };
    }

    private static IResult Xml(string text) => Microsoft.AspNetCore.Http.Results.Text(text, "text/xml");
}
