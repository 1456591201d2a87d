namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>What a workbook may have at the most. A table of 50,000 rows is far below each of these.</summary>
internal static class WorkbookBounds
{
    /// <summary>The files that are packed into it, and their bytes together when they are unpacked.</summary>
    public const int Parts = 5_000, Bytes = 128 * 1024 * 1024;

    /// <summary>The bytes between two tags, so that no text and no attribute is read whole that is longer than any cell may be.</summary>
    public const int BytesBetweenTags = 2 * 1024 * 1024;

    /// <summary>The rows and columns of a sheet, which are those of Excel, and how deep tags may stand within each other.</summary>
    public const int Rows = 1_048_576, Columns = 16_384, Depth = 64;

    /// <summary>The last row with something in it, with the empty ones between.</summary>
    public const int RowsWithGaps = 100_000;

    /// <summary>The texts that cells share, and everything that is neither cell nor text.</summary>
    public const int Strings = 2_000_000, Others = 2_000_000;

    /// <summary>The sheets, and the cells without a value that can be taken.</summary>
    public const int Sheets = 500, UnreadCells = 100_000;

    /// <summary>The letters that are copied when texts are put together of their pieces, all in all.</summary>
    public const long Copied = 1_000_000_000;

    public const int FormatCode = 1_000;
}

/// <summary>Why a workbook is not taken.</summary>
internal sealed class RefusedWorkbookException(Domain.Refusal refusal) : Exception(refusal.Reason)
{
    public Domain.Refusal Refusal { get; } = refusal;
}
