using System.Security.Cryptography;
using Agenda.Api.Http;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;

namespace Agenda.Api.Archives;

/// <summary>What is to become of an archive.</summary>
/// <param name="As">Another slug than the archive's; null for that.</param>
/// <param name="DryRun">Do everything and save nothing.</param>
/// <param name="UidHost">The host of UIDs of this installation.</param>
internal sealed record ArchiveOrder(string? As, bool DryRun, FileLimits Limits, string UidHost);

/// <summary>Imports an archive: first all of it is read and checked, then it is saved in one transaction.</summary>
internal static class ArchiveImport
{
    /// <summary>What came in, or why nothing did. May be run again with the same file.</summary>
    public static async Task<(ArchiveResponse? Report, RefusedArchiveException? Refused)> RunAsync(AgendaDbContext db, Stream file, ArchiveOrder order, CancellationToken cancellation)
    {
        try
        {
            await using var archive = await OpenedArchive.OpenAsync(file, order.Limits, cancellation);
            var programme = await archive.ProgrammeAsync(cancellation);
            Check(programme, order.Limits);
            await CheckReleasesAsync(archive, programme, cancellation);
            foreach (var one in programme.Files)
                await CheckFileAsync(archive, one, cancellation);

            var slug = order.As ?? programme.Conference.Slug;
            await OneTransaction.RunAsync(db, async stop =>
            {
                await ArchiveRestoration.SaveAsync(db, archive, programme, new ArchivedHere(slug, order.UidHost), contents: !order.DryRun, stop);
                return true;
            }, cancellation, keep: !order.DryRun);
            return (ArchiveResponse.Of(programme, archive.Manifest, slug, order.DryRun), null);
        }
        catch (RefusedArchiveException refused)
        {
            return (null, refused);
        }
    }

    private static void Check(ArchivedProgramme programme, FileLimits limits)
    {
        var faults = new ArchiveFaults();
        faults.AddRange(ArchiveReferences.Faults(programme));
        if (faults.Found.Count == 0)
            ArchivedProgrammeRules.Check(programme, limits, faults);
        Refuse(faults);
    }

    private static async Task CheckReleasesAsync(OpenedArchive archive, ArchivedProgramme programme, CancellationToken cancellation)
    {
        var kept = programme.Releases.Where(r => r.Kept).ToList();
        if (kept.Sum(r => Math.Clamp(archive.BytesOf(ArchiveLayout.NameOfRelease(r.Number)), 0, ArchiveLayout.MostOfRelease)) > ArchiveLayout.MostOfReleases)
            throw new RefusedArchiveException(ArchiveRefusals.ReleasesTooLarge());

        foreach (var release in kept)
        {
            // Its size turns out to be what was said, or it is refused.
            var (_, document) = await archive.ReleaseAsync(release.Number, cancellation);
            var faults = new ArchiveFaults();
            ArchivedReleaseRules.Check(document, release, programme.Conference, faults);
            Refuse(faults);
        }
    }

    private static async Task CheckFileAsync(OpenedArchive archive, ArchivedFile file, CancellationToken cancellation)
    {
        var name = ArchiveLayout.NameOfFile(file.Id);
        var (size, hash, beginning) = await archive.FileAsync(file, content => MeasuredAsync(content, cancellation), cancellation);
        if (size != file.Size || hash != file.Hash)
            throw new RefusedArchiveException(ArchiveRefusals.Damaged(name));
        if (!FileName.Of(file.Name)!.Kind.Fits(beginning))
            throw new RefusedArchiveException(FileRefusals.ContentDiffers(FileName.Of(file.Name)!));
    }

    private static async Task<(long Size, string Hash, byte[] Beginning)> MeasuredAsync(Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, beginning, buffer) = (0L, Array.Empty<byte>(), new byte[64 * 1024]);
        while (await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read)
        {
            if (size == 0)
                beginning = buffer[..Math.Min(read, FileKind.Beginning)];
            hash.AppendData(buffer, 0, read);
            size += read;
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()), beginning);
    }

    private static void Refuse(ArchiveFaults faults)
    {
        if (faults.Found.Count > 0)
            throw new RefusedArchiveException(ArchiveRefusals.Invalid(faults.Found[0], faults.Found.Count), faults.Found);
    }
}
