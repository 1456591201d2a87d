using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agenda.Infrastructure.Archives;

namespace Agenda.Api.Tests.Archives;

/// <summary>An archive taken apart, so that it can be looked at, changed and put together again.</summary>
internal sealed partial class ArchiveFile
{
    private readonly List<(string Name, byte[] Content)> entries;

    private ArchiveFile(List<(string Name, byte[] Content)> entries) => this.entries = entries;

    /// <summary>All but the manifest, in their order.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Entries => [.. entries.Where(e => e.Name != ArchiveLayout.Manifest)];

    public static ArchiveFile Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return new([.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })]);
    }

    /// <summary>A conference with nothing in it, in ids that nobody has.</summary>
    public static ArchiveFile Minimal(string slug)
    {
        var conference = new JsonObject
        {
            ["id"] = $"{Guid.CreateVersion7()}",
            ["slug"] = slug,
            ["name"] = "Of an archive",
            ["timeZone"] = "UTC",
            ["firstDay"] = "2024-01-08",
            ["lastDay"] = "2024-01-09",
            ["contact"] = null,
            ["links"] = new JsonArray(),
            ["colour"] = null,
            ["joinLinksInFeeds"] = false,
            ["joinLinksChangedAt"] = null,
            ["uidHost"] = "old.example.org",
            ["policy"] = null,
            ["version"] = 1,
        };
        return new([.. ArchiveLayout.Always.Select(name => (name, Encoding.UTF8.GetBytes(name == ArchiveLayout.Conference ? conference.ToJsonString() : "[]")))]);
    }

    public byte[] Content(string name) => entries.Single(e => e.Name == name).Content;

    public JsonNode Json(string name) => JsonNode.Parse(Content(name))!;

    /// <summary>The same with one entry changed; a new one where there is none of that name.</summary>
    public ArchiveFile With(string name, byte[] content) => new([.. entries.Where(e => e.Name != name), (name, content)]);

    public ArchiveFile With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The same with one entry edited as JSON.</summary>
    public ArchiveFile With(string name, Action<JsonNode> edit)
    {
        var json = Json(name);
        edit(json);
        return With(name, json.ToJsonString());
    }

    public ArchiveFile Without(string name) => new([.. entries.Where(e => e.Name != name)]);

    /// <summary>The same with another entry of a name that is there.</summary>
    public ArchiveFile Twice(string name) => new([.. entries, (name, Content(name))]);

    /// <summary>The same conference as another one: each id is replaced wherever it stands.</summary>
    public ArchiveFile WithOtherIds(string slug)
    {
        // The last digits of one that is made anew, so that copies of a copy differ as well.
        var salt = Guid.CreateVersion7().ToString()[^6..];
        var others = new ArchiveFile([.. entries.Select(e => (Other(e.Name), e.Name.StartsWith("files/", StringComparison.Ordinal) ? e.Content : Encoding.UTF8.GetBytes(Other(Encoding.UTF8.GetString(e.Content)))))]);
        var renamed = others.With(ArchiveLayout.Conference, c => c["slug"] = slug);
        return renamed.Entries.Where(e => e.Name.StartsWith("releases/", StringComparison.Ordinal)).Aggregate(renamed, (all, e) => all.With(e.Name, release => release["conference"]!["slug"] = slug));

        string Other(string text) => Ids().Replace(text, id => id.Value[..^6] + Mixed(id.Value[^6..]));

        string Mixed(string end) => string.Concat(end.Zip(salt, (a, b) => (Convert.ToInt32($"{a}", 16) ^ Convert.ToInt32($"{b}", 16)).ToString("x", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Puts it together, with a manifest that fits unless <paramref name="manifest"/> changes it.</summary>
    public byte[] Bytes(Action<JsonObject>? manifest = null, CompressionLevel level = CompressionLevel.Fastest)
    {
        var said = new JsonObject
        {
            ["format"] = ArchiveLayout.Name,
            ["version"] = ArchiveLayout.Version,
            ["madeAt"] = "2024-01-08T13:00:00Z",
            ["program"] = "0.1.0",
            ["conference"] = "made",
            ["entries"] = new JsonArray([.. Entries.Select(e => (JsonNode)new JsonObject
            {
                ["name"] = e.Name,
                ["bytes"] = e.Content.Length,
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(e.Content)),
            })]),
        };
        manifest?.Invoke(said);
        return Zipped([.. Entries, (ArchiveLayout.Manifest, Encoding.UTF8.GetBytes(said.ToJsonString()))], level);
    }

    public static byte[] Zipped(IEnumerable<(string Name, byte[] Content)> entries, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
