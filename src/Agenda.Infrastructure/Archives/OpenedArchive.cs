using System.IO.Compression;
using System.Text.Json;
using Agenda.Domain.Releases;
using Agenda.Domain.Resources;
using Agenda.Infrastructure.Releases;

namespace Agenda.Infrastructure.Archives;

/// <summary>
/// An archive that somebody brought, read as what a stranger may have made: nothing that it says of itself is believed, everything is counted while it is
/// read, and no name in it becomes the path of a file.
/// </summary>
public sealed class OpenedArchive : IAsyncDisposable
{
    private readonly ZipArchive zip;
    private readonly FileLimits limits;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private Dictionary<string, ArchiveEntry> declared = [];

    private OpenedArchive(ZipArchive zip, FileLimits limits, Dictionary<string, ZipArchiveEntry> entries) => (this.zip, this.limits, this.entries) = (zip, limits, entries);

    public ArchiveManifest Manifest { get; private set; } = null!;

    /// <summary>Opens an archive, and sees whether it has the entries that it should have.</summary>
    /// <param name="file">A file that can be read anywhere; it stays open.</param>
    /// <exception cref="RefusedArchiveException">It has not.</exception>
    public static async Task<OpenedArchive> OpenAsync(Stream file, FileLimits limits, CancellationToken cancellation)
    {
        var budget = new BudgetedStream(file, ArchiveLayout.MostOfDirectory, ArchiveRefusals.TooManyEntries);
        ZipArchive? zip = null;
        try
        {
            file.Position = 0;
            zip = await ZipArchive.CreateAsync(budget, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            var opened = new OpenedArchive(zip, limits, EntriesOf(zip));
            budget.Open();
            opened.Manifest = await opened.ReadManifestAsync(cancellation);
            return opened;
        }
        catch (Exception e)
        {
            zip?.Dispose();
            if (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException)
                throw new RefusedArchiveException(ArchiveRefusals.NoArchive());
            throw;
        }
    }

    /// <summary>All lists.</summary>
    public async Task<ArchivedProgramme> ProgrammeAsync(CancellationToken cancellation)
    {
        var programme = new ArchivedProgramme(
            await JsonAsync<ArchivedConference>(ArchiveLayout.Conference, cancellation),
            await ListAsync<ArchivedBuilding>(ArchiveLayout.Buildings, cancellation),
            await ListAsync<ArchivedRoom>(ArchiveLayout.Rooms, cancellation),
            await ListAsync<ArchivedSessionType>(ArchiveLayout.Types, cancellation),
            await ListAsync<ArchivedTrack>(ArchiveLayout.Tracks, cancellation),
            await ListAsync<ArchivedPerson>(ArchiveLayout.People, cancellation),
            await ListAsync<ArchivedSession>(ArchiveLayout.Sessions, cancellation),
            await ListAsync<ArchivedConstraint>(ArchiveLayout.Constraints, cancellation),
            await ListAsync<ArchivedAcknowledgement>(ArchiveLayout.Acknowledgements, cancellation),
            await ListAsync<ArchivedLink>(ArchiveLayout.Links, cancellation),
            await ListAsync<ArchivedFile>(ArchiveLayout.Files, cancellation),
            await ListAsync<ArchivedRelease>(ArchiveLayout.Releases, cancellation));
        var expected = programme.Files.Select(f => ArchiveLayout.NameOfFile(f.Id)).Concat(programme.Releases.Where(r => r.Kept).Select(r => ArchiveLayout.NameOfRelease(r.Number)))
            .Concat(ArchiveLayout.Always).ToHashSet(StringComparer.Ordinal);
        if (expected.FirstOrDefault(name => !declared.ContainsKey(name)) is { } missing)
            throw new RefusedArchiveException(ArchiveRefusals.MissingEntry(missing));
        if (declared.Keys.FirstOrDefault(name => !expected.Contains(name)) is { } unknown)
            throw new RefusedArchiveException(ArchiveRefusals.UnknownEntry(unknown));

        return programme;
    }

    /// <summary>The document of a release, as JSON and as what it says.</summary>
    public async Task<(byte[] Json, ReleaseDocument Document)> ReleaseAsync(int number, CancellationToken cancellation)
    {
        var name = ArchiveLayout.NameOfRelease(number);
        using var json = new MemoryStream();
        await ReadAsync(name, async entry =>
        {
            await entry.CopyToAsync(json, cancellation);
            return true;
        }, cancellation);
        var bytes = json.ToArray();
        try
        {
            return (bytes, ReleaseFormat.ReadForeign(bytes));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new RefusedArchiveException(ArchiveRefusals.Malformed(name, Why(e)));
        }
    }

    /// <summary>Reads the content of a file to its end with <paramref name="read"/>.</summary>
    public Task<T> FileAsync<T>(ArchivedFile file, Func<Stream, Task<T>> read, CancellationToken cancellation) => ReadAsync(ArchiveLayout.NameOfFile(file.Id), read, cancellation);

    /// <summary>How many bytes an entry has, by the manifest; that it is so is known once it was read.</summary>
    public long BytesOf(string name) => declared[name].Bytes;

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private static Dictionary<string, ZipArchiveEntry> EntriesOf(ZipArchive zip)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName, entry))
                throw new RefusedArchiveException(ArchiveRefusals.DuplicateEntry(entry.FullName));
            if (entries.Count > ArchiveLayout.MostEntries)
                throw new RefusedArchiveException(ArchiveRefusals.TooManyEntries());
        }

        return entries;
    }

    // A newer layout may have entries and fields that are not known here, so its version is the first thing to look at.
    private async Task<ArchiveManifest> ReadManifestAsync(CancellationToken cancellation)
    {
        if (!entries.ContainsKey(ArchiveLayout.Manifest))
            throw new RefusedArchiveException(ArchiveRefusals.NoArchive());

        var said = await JsonAsync<JsonElement>(ArchiveLayout.Manifest, cancellation);
        if (said.ValueKind != JsonValueKind.Object || !said.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != ArchiveLayout.Name)
            throw new RefusedArchiveException(ArchiveRefusals.NoArchive());
        if (said.TryGetProperty("version", out var version) && version.TryGetInt32OrNone() is { } number && number > ArchiveLayout.Version)
            throw new RefusedArchiveException(ArchiveRefusals.NewerFormat(number));

        var manifest = await JsonAsync<ArchiveManifest>(ArchiveLayout.Manifest, cancellation);
        if (manifest.Version < 1)
            throw new RefusedArchiveException(ArchiveRefusals.NoArchive());
        if (entries.Keys.FirstOrDefault(name => !ArchiveLayout.IsName(name)) is { } strange)
            throw new RefusedArchiveException(ArchiveRefusals.UnknownEntry(strange));

        declared = new(StringComparer.Ordinal);
        foreach (var entry in manifest.Entries)
        {
            if (entry is null || entry.Name == ArchiveLayout.Manifest || !ArchiveLayout.IsName(entry.Name))
                throw new RefusedArchiveException(ArchiveRefusals.UnknownEntry(entry?.Name ?? ""));
            if (!declared.TryAdd(entry.Name, entry))
                throw new RefusedArchiveException(ArchiveRefusals.DuplicateEntry(entry.Name));
            if (!entries.ContainsKey(entry.Name))
                throw new RefusedArchiveException(ArchiveRefusals.MissingEntry(entry.Name));
        }

        return entries.Keys.FirstOrDefault(name => name != ArchiveLayout.Manifest && !declared.ContainsKey(name)) is { } undeclared
            ? throw new RefusedArchiveException(ArchiveRefusals.UnknownEntry(undeclared))
            : manifest;
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string name, CancellationToken cancellation)
        where T : class
    {
        var list = await JsonAsync<List<T>>(name, cancellation);
        return list.Contains(null!) ? throw new RefusedArchiveException(ArchiveRefusals.Malformed(name, "an item of the list is null.")) : list;
    }

    private Task<T> JsonAsync<T>(string name, CancellationToken cancellation) => ReadAsync(name, async entry =>
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(entry, ArchiveJson.Options, cancellation) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new RefusedArchiveException(ArchiveRefusals.Malformed(name, Why(e)));
        }
    }, cancellation);

    private async Task<T> ReadAsync<T>(string name, Func<Stream, Task<T>> read, CancellationToken cancellation)
    {
        if (!entries.TryGetValue(name, out var entry))
            throw new RefusedArchiveException(ArchiveRefusals.MissingEntry(name));
        if (entry.IsEncrypted)
            throw new RefusedArchiveException(ArchiveRefusals.Damaged(name));

        var most = ArchiveLayout.MostOf(name, limits.LargestBytes);
        try
        {
            await using var measured = new MeasuredStream(await entry.OpenAsync(cancellation), most, () => ArchiveRefusals.EntryTooLarge(name, most));
            var answer = await read(measured);
            // Whoever read did so to the end of what it wanted, and there is to be no more.
            await measured.CopyToAsync(Stream.Null, cancellation);
            return !declared.TryGetValue(name, out var said) || (said.Bytes == measured.Position && said.Sha256 == measured.Hash)
                ? answer
                : throw new RefusedArchiveException(ArchiveRefusals.Damaged(name));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException)
        {
            throw new RefusedArchiveException(ArchiveRefusals.Damaged(name));
        }
    }

    private static string Why(Exception e) => e is JsonException { Path: { } path } json ? $"at {path}, line {json.LineNumber + 1}." : "it is not JSON of this kind.";
}

file static class JsonNumbers
{
    public static int? TryGetInt32OrNone(this JsonElement value) =>
        value.ValueKind != JsonValueKind.Number ? null : value.TryGetInt32(out var number) ? number : int.MaxValue;
}
