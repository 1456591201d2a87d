using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Resources;

/// <summary>A service that takes little: 1 MB a file, 2 files an item, 2 MB a conference.</summary>
public sealed class NarrowHost : AgendaHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Files:LargestMegabytes", "1");
        builder.UseSetting("Files:PerItem", "2");
        builder.UseSetting("Files:MegabytesPerConference", "2");
    }
}

/// <summary>A published masterclass with one talk, and a draft, in a conference of its own.</summary>
internal sealed record FileSituation(Given Given, Answer Session, Answer Draft, Guid Contribution)
{
    private static int unique;

    public static async Task<FileSituation> MakeAsync(AgendaHost host, bool published = true)
    {
        var given = await Given.Conference(host, $"files-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        var session = await given.Session("MC-C", "Networks", more: new { contributions = new[] { new { title = "A talk", minutes = 30 }, new { title = "Another", minutes = 30 } } });
        var placed = await given.Placed(session, null, "2024-01-08T14:00:00", 150);
        var draft = await given.Session("MC-D", "Not ready", status: "draft");
        if (published)
            await given.Published();
        return new FileSituation(given, placed, draft, session["contributions"][0].GetProperty("id").GetGuid());
    }

    public string Links => $"{Given.Path}/sessions/{Session.Id}/links";

    public string Files => $"{Given.Path}/sessions/{Session.Id}/files";

    /// <summary>The public address of a file, without the host.</summary>
    public static string Public(Answer file) => new Uri(file["url"].GetString()!).PathAndQuery;

    /// <summary>The names of the files that readers are told of.</summary>
    public static string?[] Visible(Answer session) =>
        session.ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(f => f.GetProperty("name").GetString())] : [];

    /// <summary>The titles of the live links that readers are told of.</summary>
    public static string?[] VisibleLinks(Answer session) =>
        session.ShouldBe(HttpStatusCode.OK).Body.TryGetProperty("links", out var links) ? [.. links.EnumerateArray().Select(l => l.GetProperty("title").GetString())] : [];

    public async Task<int> CountAsync() => (await Given.Organiser.Read(Files)).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength();
}
