using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>A workbook that was unpacked once, with everything counted, before anything of it is read.</summary>
internal sealed class ScannedWorkbook
{
    private const string Book = "xl/workbook.xml", Relations = "xl/_rels/workbook.xml.rels";

    private readonly Dictionary<string, ScannedPart> parts = new(StringComparer.OrdinalIgnoreCase);

    private ScannedWorkbook()
    {
    }

    /// <exception cref="RefusedWorkbookException">It is none, or not within bounds.</exception>
    public static ScannedWorkbook Of(ReadOnlyMemory<byte> file)
    {
        // The list of what is in a zip is read whole, so it is counted before.
        if (file.Span.Count("PK\u0001\u0002"u8) > WorkbookBounds.Parts)
            throw new RefusedWorkbookException(TableRefusals.WorkbookTooLarge());

        var scanned = new ScannedWorkbook();
        using var zip = new ZipArchive(StreamOf(file), ZipArchiveMode.Read);
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains(Book) || names.Any(IsBinary))
            throw new RefusedWorkbookException(TableRefusals.Workbook());
        if (names.Count < zip.Entries.Count || zip.Entries.Any(entry => entry.IsEncrypted))
            throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());

        long left = WorkbookBounds.Bytes;
        foreach (var entry in zip.Entries)
            left -= scanned.Unpack(entry, left);
        return scanned;
    }

    public static MemoryStream StreamOf(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(file.ToArray(), writable: false);

    /// <summary>The sheet that is called so, else the first: which one it is, its name, and what was seen in it.</summary>
    public (int Place, string Name, ScannedPart Seen) Sheet(string name)
    {
        if (!parts.TryGetValue(Book, out var book) || !parts.TryGetValue(Relations, out var relations) || book.Sheets.Count == 0)
            throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());

        // What is read must be what was looked through, once for each sheet.
        var paths = book.Sheets.ConvertAll(sheet => relations.Targets.TryGetValue(sheet.Id, out var target) ? PathOf(target.Target) : "");
        var read = paths.Concat(relations.Targets.Values.Where(t => t.Type.EndsWith("/sharedStrings", StringComparison.Ordinal) || t.Type.EndsWith("/styles", StringComparison.Ordinal)).Select(t => PathOf(t.Target)));
        if (read.Any(path => !parts.ContainsKey(path)) || paths.Distinct(StringComparer.OrdinalIgnoreCase).Count() < paths.Count)
            throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());

        var place = Math.Max(0, book.Sheets.FindIndex(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        var chosen = parts[paths[place]];
        if (chosen.LastRow > WorkbookBounds.RowsWithGaps)
            throw new RefusedWorkbookException(TableRefusals.TooManyLines());
        return chosen.LastString < parts.Values.Max(part => part.Strings)
            ? (place, book.Sheets[place].Name, chosen)
            : throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());
    }

    private long Unpack(ZipArchiveEntry entry, long most)
    {
        var name = entry.FullName.Replace('\\', '/');
        var isRead = name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase));
        using var unpacked = new UnpackedPart(entry.Open(), most, isRead);
        if (isRead)
            parts.Add(name, ScannedPart.Of(unpacked));
        unpacked.CopyTo(Stream.Null);
        return unpacked.Sum == entry.Crc32 ? unpacked.Count : throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());
    }

    // A workbook of which the sheets are no XML (.xlsb).
    private static bool IsBinary(string name) =>
        name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && (name.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase) || name.ToUpperInvariant() is "XL/WORKBOOK.BIN" or "XL/STYLES.BIN" or "XL/SHAREDSTRINGS.BIN");

    private static string PathOf(string target) => target.StartsWith('/') ? target[1..] : $"xl/{target}";
}
