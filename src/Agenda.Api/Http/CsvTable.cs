using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Http;

/// <summary>A table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark. What a spreadsheet could take for a formula has an apostrophe before it.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    public const string MediaType = "text/csv";

    // Not only a line end of the table itself makes quotes needed.
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])),
    };

    private readonly StreamWriter text;
    private readonly CsvWriter csv;

    public CsvTable(Stream target)
    {
        text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        csv = new CsvWriter(text, Format, leaveOpen: true);
    }

    /// <summary>A download of lines that are there already.</summary>
    public static PushStreamHttpResult Download(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> lines) => Download(name, async table =>
    {
        await table.WriteAsync(columns);
        foreach (var line in lines)
            await table.WriteAsync(line);
    });

    public static PushStreamHttpResult Download(string name, Func<CsvTable, Task> write) => TypedResults.Stream(
        async response =>
        {
            await using var table = new CsvTable(response);
            await write(table);
        },
        $"{MediaType}; charset=utf-8",
        name);

    public Task WriteAsync(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(FormulaText.Guard(cell));
        return csv.NextRecordAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await csv.DisposeAsync();
        await text.DisposeAsync();
    }
}
