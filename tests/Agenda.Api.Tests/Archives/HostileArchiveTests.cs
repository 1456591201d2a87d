using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Agenda.Infrastructure.Archives;

namespace Agenda.Api.Tests.Archives;

/// <summary>Archives as somebody made them who wishes no good: each is refused with its reason, and nothing is changed.</summary>
public sealed class HostileArchiveTests(HostileArchives situation) : IClassFixture<HostileArchives>
{
    private static readonly Dictionary<string, (string Code, Func<ArchiveFile, byte[]> Make)> Cases = new()
    {
        ["nothing at all"] = ("not-an-archive", _ => []),
        ["a text"] = ("not-an-archive", _ => "PK, it is not."u8.ToArray()),
        ["another zip"] = ("not-an-archive", _ => ArchiveFile.Zipped([("word/document.xml", "<x/>"u8.ToArray())])),
        ["the first half"] = ("not-an-archive", a => a.Bytes()[..^2_000]),
        ["without its beginning"] = ("not-an-archive", a => a.Bytes()[500..]),
        ["a manifest of something else"] = ("not-an-archive", a => a.Bytes(m => m["format"] = "calendar-archive")),
        ["a manifest that is no JSON"] = ("archive-malformed", _ => ArchiveFile.Zipped([("manifest.json", "{"u8.ToArray())])),
        ["a manifest nested deeply"] = ("archive-malformed", _ => ArchiveFile.Zipped([("manifest.json", Encoding.UTF8.GetBytes(new string('[', 100_000)))])),
        ["a newer format"] = ("archive-newer-format", a => a.With("from-the-future.json", "{}").Bytes(m => m["version"] = 2)),
        ["a format of the far future"] = ("archive-newer-format", a => a.Bytes(m => m["version"] = 1e30)),
        ["a name that climbs out"] = ("archive-unknown-entry", a => a.With("../conference.json", "{}").Bytes()),
        ["a name that climbs out of a folder"] = ("archive-unknown-entry", a => a.With("files/../../x", "{}").Bytes()),
        ["a name of another system"] = ("archive-unknown-entry", a => a.With("..\\..\\x", "{}").Bytes()),
        ["an absolute name"] = ("archive-unknown-entry", a => a.With("/etc/passwd", "{}").Bytes()),
        ["an entry that is not known"] = ("archive-unknown-entry", a => a.With("more.json", "{}").Bytes()),
        ["a release that is not listed"] = ("archive-unknown-entry", a => a.With("releases/7.json", "{}").Bytes()),
        ["a release under another spelling"] = ("archive-unknown-entry", a => a.With("releases/01.json", "{}").Bytes()),
        ["a file that is not listed"] = ("archive-unknown-entry", a => a.With($"files/{Guid.Empty}", "x").Bytes()),
        ["an entry that the manifest does not name"] = ("archive-unknown-entry", a => a.Bytes(m => m["entries"]!.AsArray().RemoveAt(0))),
        ["an entry twice"] = ("archive-duplicate-entry", a => a.Twice("rooms.json").Bytes()),
        ["an entry that is missing"] = ("archive-missing-entry", a => a.Without("rooms.json").Bytes()),
        ["a release that is missing"] = ("archive-missing-entry", a => a.Without("releases/1.json").Bytes()),
        ["an entry other than the manifest says"] = ("archive-damaged", a => a.Bytes(m => m["entries"]![4]!["sha256"] = new string('0', 64))),
        ["a size other than the manifest says"] = ("archive-damaged", a => a.Bytes(m => m["entries"]![4]!["bytes"] = 3)),
        ["a bomb"] = ("archive-entry-too-large", a => a.With("rooms.json", Spaces()).Bytes(level: System.IO.Compression.CompressionLevel.SmallestSize)),
        ["a bomb that says that it is small"] = ("archive-damaged", a => Understated(a.With("rooms.json", Spaces()))),
        ["too many entries"] = ("archive-too-many-entries", _ => ArchiveFile.Zipped(Enumerable.Range(0, ArchiveLayout.MostEntries + 1).Select(n => ($"{n}", Array.Empty<byte>())))),
        ["a list of entries without end"] = ("archive-too-many-entries", _ => ArchiveFile.Zipped(Enumerable.Range(0, 300).Select(n => ($"{n}{new string('x', 60_000)}", Array.Empty<byte>())))),
        ["a field that is not known"] = ("archive-malformed", a => a.With("conference.json", c => c["more"] = 1).Bytes()),
        ["a field that is missing"] = ("archive-malformed", a => a.With("conference.json", c => c.AsObject().Remove("contact")).Bytes()),
        ["a field twice"] = ("archive-malformed", a => a.With("conference.json", Encoding.UTF8.GetString(a.Content("conference.json")).Replace("\"contact\"", "\"contact\":null,\"contact\"", StringComparison.Ordinal)).Bytes()),
        ["nothing where a text is"] = ("archive-malformed", a => a.With("sessions.json", s => s[0]!["title"] = null).Bytes()),
        ["nothing where a session is"] = ("archive-malformed", a => a.With("sessions.json", s => s.AsArray().Add((JsonNode?)null)).Bytes()),
        ["nothing where a talk is"] = ("archive-invalid", a => a.With("sessions.json", s => s[0]!["contributions"]!.AsArray().Add((JsonNode?)null)).Bytes()),
        ["a status by number"] = ("archive-malformed", a => a.With("sessions.json", s => s[0]!["status"] = 99).Bytes()),
        ["a type that is missing"] = ("archive-invalid", a => a.With("session-types.json", "[]").Bytes()),
        ["people who are missing"] = ("archive-invalid", a => a.With("people.json", "[]").Bytes()),
        ["a session twice"] = ("archive-invalid", a => a.With("sessions.json", s => s.AsArray().Add(s[0]!.DeepClone())).Bytes()),
        ["a room that is a part of itself"] = ("archive-invalid", a => a.With("rooms.json", r => r[0]!["parts"] = new JsonArray($"{r[0]!["id"]}")).Bytes()),
        ["a link of no session"] = ("archive-invalid", a => a.With("links.json", l => l[0]!["session"] = $"{Guid.Empty}").Bytes()),
        ["a rule of a session with itself"] = ("archive-invalid", a => a.With("constraints.json", c => c[0]!["second"] = $"{c[0]!["first"]}").Bytes()),
        ["a zone that does not exist"] = ("archive-invalid", a => a.With("conference.json", c => c["timeZone"] = "Europe/Atlantis").Bytes()),
        ["days without end"] = ("archive-invalid", a => a.With("conference.json", c => c["lastDay"] = "2199-01-01").Bytes()),
        ["a host that is none"] = ("archive-invalid", a => a.With("conference.json", c => c["uidHost"] = "x\r\nBEGIN:VALARM").Bytes()),
        ["a link that would run"] = ("archive-invalid", a => a.With("sessions.json", s => s[0]!["resources"]![0]!["url"] = "javascript:alert(1)").Bytes()),
        ["a title without end"] = ("archive-invalid", a => a.With("sessions.json", s => s[0]!["title"] = new string('x', 501)).Bytes()),
        ["a title with control characters"] = ("archive-invalid", a => a.With("sessions.json", s => s[0]!["title"] = "a\u0000b").Bytes()),
        ["a code for another folder"] = ("archive-invalid", a => a.With("sessions.json", s => s[0]!["code"] = "../x").Bytes()),
        ["a start of another age"] = ("archive-invalid", a => a.With("sessions.json", s => Placed(s)["placement"]!["start"] = "0001-01-01T00:00:00").Bytes()),
        ["a length less than nothing"] = ("archive-invalid", a => a.With("sessions.json", s => Placed(s)["placement"]!["minutes"] = -1).Bytes()),
        ["a version that is none"] = ("archive-invalid", a => a.With("people.json", p => p[0]!["version"] = 0).Bytes()),
        ["an address that is none"] = ("archive-invalid", a => a.With("people.json", p => p[0]!["email"] = "nobody").Bytes()),
        ["somebody erased who is named"] = ("archive-invalid", a => a.With("people.json", p => p[0]!["erasedAt"] = "2024-01-08T13:00:00Z").Bytes()),
        ["a file with a path for a name"] = ("archive-invalid", a => a.With("files.json", f => f[0]!["name"] = "../../Talk.pdf").Bytes()),
        ["a file of a kind that is not taken"] = ("archive-invalid", a => a.With("files.json", f => f[0]!["name"] = "Talk.html").Bytes()),
        ["a file that is too large"] = ("archive-invalid", a => a.With("files.json", f => f[0]!["size"] = 51L * 1024 * 1024).Bytes()),
        ["another file than is listed"] = ("archive-damaged", a => a.With(FileOf(a), "%PDF-1.7 another"u8.ToArray()).Bytes()),
        ["a file that is no such file"] = ("file-content-differs", a => Disguised(a)),
        ["a release of another number"] = ("archive-invalid", a => a.With("releases/1.json", r => r["number"] = 2).Bytes()),
        ["a release that points nowhere"] = ("archive-invalid", a => a.With("releases/1.json", r => r["types"] = new JsonArray()).Bytes()),
        ["a release with a link that would run"] = ("archive-invalid", a => a.With("releases/1.json", r => r["sessions"]![0]!["resources"] = JsonNode.Parse("""[{"title":"x","url":"javascript:alert(1)"}]""")).Bytes()),
        ["a release with nothing for a title"] = ("archive-malformed", a => a.With("releases/1.json", r => r["sessions"]![0]!["title"] = null).Bytes()),
        ["a release with a room without a name"] = ("archive-malformed", a => a.With("releases/1.json", r => r["rooms"]![0]!.AsObject().Remove("name")).Bytes()),
        ["a release with nothing for a session"] = ("archive-invalid", a => a.With("releases/1.json", r => r["sessions"]!.AsArray().Add((JsonNode?)null)).Bytes()),
        ["a release of a newer program"] = ("archive-newer-format", a => a.With("releases/1.json", r => r["format"] = 2).Bytes()),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused_with_its_reason_and_changes_nothing(string name)
    {
        var (code, make) = Cases[name];
        var archive = make(situation.Archive);
        var before = StoredRows.Whole(situation.Host);

        foreach (var query in (string[])["?dryRun=true", ""])
        {
            var answer = await situation.Host.Organiser().ImportArchive(archive, query);
            answer.ShouldBeProblem(HttpStatusCode.BadRequest, code);
            answer["detail"].GetString()!.Length.ShouldBeLessThan(1_000);
        }

        StoredRows.Whole(situation.Host).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_not_hostile_comes_in()
    {
        var slug = "harmless";
        (await situation.Host.Organiser().ImportArchive(situation.Archive.WithOtherIds(slug).Bytes())).ShouldBe(HttpStatusCode.Created)["slug"].GetString().ShouldBe(slug);
        (await situation.Host.Reader().Read($"/{slug}")).ShouldBe(HttpStatusCode.OK);
    }

    private static byte[] Spaces() => Encoding.UTF8.GetBytes("[]" + new string(' ', (int)ArchiveLayout.MostOfList));

    private static JsonNode Placed(JsonNode sessions) => sessions.AsArray().First(s => s!["placement"] is not null)!;

    private static string FileOf(ArchiveFile archive) => $"files/{archive.Json("files.json").AsArray().Single(f => f!["name"]!.GetValue<string>() == "Talk.pdf")!["id"]}";

    private static byte[] Disguised(ArchiveFile archive)
    {
        var (content, name) = ("<script>alert(1)</script>"u8.ToArray(), FileOf(archive));
        return archive.With(name, content).With("files.json", files =>
        {
            var file = files.AsArray().Single(f => name.EndsWith(f!["id"]!.GetValue<string>(), StringComparison.Ordinal))!;
            file["size"] = content.Length;
            file["hash"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        }).Bytes();
    }

    // The sizes that the list of entries tells are where the format puts them: 24 bytes behind each signature.
    private static byte[] Understated(ArchiveFile archive)
    {
        var zip = archive.Bytes(level: System.IO.Compression.CompressionLevel.SmallestSize);
        var name = Encoding.ASCII.GetBytes("rooms.json");
        for (var at = zip.Length - 46; at > 0; at--)
        {
            if (zip.AsSpan(at).StartsWith("PK\x01\x02"u8) && zip.AsSpan(at + 46).StartsWith(name))
                BitConverter.GetBytes(2).CopyTo(zip, at + 24);
        }

        return zip;
    }
}

/// <summary>A service with something in it, and an archive of a rich conference from elsewhere.</summary>
public sealed class HostileArchives : IAsyncLifetime
{
    private readonly ElsewhereHost elsewhere = new();

    public AgendaHost Host { get; } = new();

    internal ArchiveFile Archive { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await RichConference.MakeAsync(elsewhere);
        Archive = ArchiveFile.Read(await elsewhere.Organiser().Archived(RichConference.Slug));
        var given = await Given.Conference(Host, "here-already");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Stays as it is");
        await given.Published();
    }

    public async ValueTask DisposeAsync()
    {
        await elsewhere.DisposeAsync();
        await Host.DisposeAsync();
    }
}
