using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Agenda.Domain;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.Archives;

/// <summary>Writes a conference as an archive. Whoever writes the same twice gets the same bytes, but for the manifest, which says when.</summary>
public sealed class ArchiveWriter
{
    private readonly List<ArchiveEntry> entries = [];
    private readonly ZipArchive zip;

    private ArchiveWriter(ZipArchive zip) => this.zip = zip;

    /// <summary>Writes to a file that can be written over; read at one moment but for the content of files, which never changes.</summary>
    /// <exception cref="RefusedArchiveException">There is something that cannot be put into it, or a file went meanwhile.</exception>
    public static async Task WriteAsync(AgendaDbContext db, ConferenceId id, ArchiveOrigin origin, Stream target, CancellationToken cancellation)
    {
        var (writer, programme) = await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                target.SetLength(0);
                var begun = new ArchiveWriter(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop));
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                return (begun, await begun.ProgrammeAsync(db, id, origin.UidHost, stop));
            },
            cancellation);
        await using var zip = writer.zip;
        await writer.FilesAsync(db, programme, cancellation);
        var manifest = new ArchiveManifest(ArchiveLayout.Name, ArchiveLayout.Version, origin.MadeAt, origin.Program, programme.Conference.Slug, [.. writer.entries]);
        await writer.JsonAsync(ArchiveLayout.Manifest, manifest, cancellation);
    }

    private async Task<ArchivedProgramme> ProgrammeAsync(AgendaDbContext db, ConferenceId id, string uidHost, CancellationToken cancellation)
    {
        var programme = await ArchiveReading.ReadAsync(db, id, uidHost, cancellation);
        if (ArchiveLayout.Always.Count + 1 + programme.Releases.Count + programme.Files.Count > ArchiveLayout.MostEntries)
            throw new RefusedArchiveException(ArchiveRefusals.TooManyEntries());

        await ListsAsync(programme, cancellation);
        await ReleasesAsync(db, programme, cancellation);
        return programme;
    }

    private async Task ListsAsync(ArchivedProgramme programme, CancellationToken cancellation)
    {
        await JsonAsync(ArchiveLayout.Conference, programme.Conference, cancellation);
        await JsonAsync(ArchiveLayout.Buildings, programme.Buildings, cancellation);
        await JsonAsync(ArchiveLayout.Rooms, programme.Rooms, cancellation);
        await JsonAsync(ArchiveLayout.Types, programme.Types, cancellation);
        await JsonAsync(ArchiveLayout.Tracks, programme.Tracks, cancellation);
        await JsonAsync(ArchiveLayout.People, programme.People, cancellation);
        await JsonAsync(ArchiveLayout.Sessions, programme.Sessions, cancellation);
        await JsonAsync(ArchiveLayout.Constraints, programme.Constraints, cancellation);
        await JsonAsync(ArchiveLayout.Acknowledgements, programme.Acknowledgements, cancellation);
        await JsonAsync(ArchiveLayout.Links, programme.Links, cancellation);
        await JsonAsync(ArchiveLayout.Files, programme.Files, cancellation);
        await JsonAsync(ArchiveLayout.Releases, programme.Releases, cancellation);
    }

    // One at a time, for all of them at once may be more than fits into memory.
    private async Task ReleasesAsync(AgendaDbContext db, ArchivedProgramme programme, CancellationToken cancellation)
    {
        foreach (var number in programme.Releases.Where(r => r.Kept).Select(r => r.Number))
        {
            var bytes = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == programme.Conference.Id && r.Number == number).Select(r => r.Document).SingleAsync(cancellation);
            if (ReleaseFormat.TryRead(bytes) is null)
                throw new RefusedArchiveException(ArchiveRefusals.ReleaseUnreadable(number));

            await using var json = ReleaseFormat.OpenJson(bytes);
            await EntryAsync(ArchiveLayout.NameOfRelease(number), CompressionLevel.Optimal, entry => json.CopyToAsync(entry, cancellation), cancellation);
        }
    }

    private async Task FilesAsync(AgendaDbContext db, ArchivedProgramme programme, CancellationToken cancellation)
    {
        foreach (var file in programme.Files)
        {
            await using var content = new ContentStream(db, file.Id, file.Size);
            // Documents, pictures and recordings are compressed already; once more makes them larger.
            var level = file.MediaType.StartsWith("text/", StringComparison.Ordinal) ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
            try
            {
                await EntryAsync(ArchiveLayout.NameOfFile(file.Id), level, entry => content.CopyToAsync(entry, FileChunk.Length, cancellation), cancellation);
            }
            catch (EndOfStreamException)
            {
                throw new RefusedArchiveException(ArchiveRefusals.FileGone());
            }
        }
    }

    private Task JsonAsync<T>(string name, T value, CancellationToken cancellation) =>
        EntryAsync(name, CompressionLevel.Optimal, entry => JsonSerializer.SerializeAsync(entry, value, ArchiveJson.Options, cancellation), cancellation);

    private async Task EntryAsync(string name, CompressionLevel level, Func<Stream, Task> write, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name, level);
#pragma warning disable RS0030 // What ZipArchive speaks. The first moment that a zip file can tell, so that the same content gives the same bytes.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
#pragma warning restore RS0030
        await using var measured = new MeasuredStream(await entry.OpenAsync(cancellation), long.MaxValue, ArchiveRefusals.NoArchive);
        await write(measured);
        entries.Add(new ArchiveEntry(name, measured.Position, measured.Hash));
    }
}

/// <summary>Where an archive comes from.</summary>
/// <param name="Program">Its version.</param>
/// <param name="UidHost">The host of UIDs of conferences that have none of their own.</param>
public sealed record ArchiveOrigin(Instant MadeAt, string Program, string UidHost);
