using System.Globalization;
using Agenda.Domain;

namespace Agenda.Infrastructure.Archives;

/// <summary>The entries of an archive and how large they may be; docs/archive-format.md tells it to others.</summary>
public static class ArchiveLayout
{
    /// <summary>What the manifest says that the file is.</summary>
    public const string Name = "agenda-archive";

    /// <summary>The layout that is written now; a higher one is refused.</summary>
    public const int Version = 1;

    public const string MediaType = "application/zip";

    public const string Manifest = "manifest.json";
    public const string Conference = "conference.json";
    public const string Buildings = "buildings.json";
    public const string Rooms = "rooms.json";
    public const string Types = "session-types.json";
    public const string Tracks = "tracks.json";
    public const string People = "people.json";
    public const string Sessions = "sessions.json";
    public const string Constraints = "constraints.json";
    public const string Acknowledgements = "acknowledgements.json";
    public const string Links = "links.json";
    public const string Files = "files.json";
    public const string Releases = "releases.json";

    public const int MostEntries = 50_000;

    /// <summary>Unpacked bytes of one list, of the document of one release, and of the documents of all.</summary>
    public const long MostOfList = 64L * 1024 * 1024, MostOfRelease = 64L * 1024 * 1024, MostOfReleases = 4L * 1024 * 1024 * 1024;

    /// <summary>The names of the entries: more than this is not read of them before there were too many.</summary>
    internal const long MostOfDirectory = 16L * 1024 * 1024;

    private const string ReleaseFolder = "releases/", FileFolder = "files/", Json = ".json";

    /// <summary>Those that every archive has.</summary>
    public static IReadOnlyList<string> Always { get; } =
        [Conference, Buildings, Rooms, Types, Tracks, People, Sessions, Constraints, Acknowledgements, Links, Files, Releases];

    public static string NameOfRelease(int number) => string.Create(CultureInfo.InvariantCulture, $"{ReleaseFolder}{number}{Json}");

    public static string NameOfFile(SessionFileId file) => $"{FileFolder}{file.Value}";

    /// <summary>The name under which an archive is saved.</summary>
    public static string FileNameOf(string slug) => $"{slug}.agenda.zip";

    /// <summary>Whether an entry can be called so. No name is ever the path of a file: what is unpacked goes into the database.</summary>
    public static bool IsName(string name) => name == Manifest || Always.Contains(name) || IsRelease(name) || IsFile(name);

    /// <summary>How many bytes an entry may have, unpacked.</summary>
    internal static long MostOf(string name, long largestFile) => IsFile(name) ? largestFile : IsRelease(name) ? MostOfRelease : MostOfList;

    internal static bool IsRelease(string name) =>
        name.StartsWith(ReleaseFolder, StringComparison.Ordinal) && name.EndsWith(Json, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(ReleaseFolder.Length, Math.Max(0, name.Length - ReleaseFolder.Length - Json.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 && name == NameOfRelease(number);

    internal static bool IsFile(string name) =>
        name.StartsWith(FileFolder, StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(FileFolder.Length), "D", out var id) && name == NameOfFile(new SessionFileId(id));
}
