using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>A table as a spreadsheet has it open: its columns, and its rows by what they are called in the first line.</summary>
internal sealed record Sheet(List<string> Columns, List<Dictionary<string, string>> Rows)
{
    public Dictionary<string, string> this[string column, string value] => Rows.Single(row => row[column] == value);

    public static Sheet Open(byte[] file)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(file), Encoding.UTF8), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var sheet = new Sheet([.. csv.HeaderRecord!], []);
        while (csv.Read())
            sheet.Rows.Add(sheet.Columns.ToDictionary(name => name, name => csv.GetField(name)!));
        return sheet;
    }

    /// <summary>What a spreadsheet writes.</summary>
    public byte[] Save(char separator = ',', Encoding? encoding = null, string newLine = "\r\n", IEnumerable<string>? columns = null)
    {
        var text = new StringWriter();
        var chosen = (columns ?? Columns).ToList();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            NewLine = newLine,
            ShouldQuote = cell => cell.Field is { } field && field.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0,
        }))
        {
            foreach (var line in Rows.Select(row => chosen.ConvertAll(name => row.GetValueOrDefault(name, ""))).Prepend(chosen))
            {
                foreach (var cell in line)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        var used = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        return [.. used.GetPreamble(), .. used.GetBytes(text.ToString())];
    }
}

/// <summary>Tables that go out and come back, over HTTP.</summary>
internal static class TableTrips
{
    public static readonly string[] Tables = ["sessions", "contributions", "people", "rooms"];

    public static async Task<byte[]> Table(this Given given, string table, string query = "")
    {
        using var answer = await given.Organiser.GetAsync($"{given.Path}/tables/{table}.csv{query}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<Sheet> Opened(this Given given, string table) => Sheet.Open(await given.Table(table));

    public static Task<Answer> Upload(this Given given, string table, byte[] file, string query = "") =>
        given.Organiser.Add($"{given.Path}/tables/{table}{query}", new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } });

    public static Task<Answer> Upload(this Given given, string table, string file, string query = "") => given.Upload(table, Encoding.UTF8.GetBytes(file), query);

    public static async Task<Answer> Uploaded(this Given given, string table, byte[] file, string query = "") => (await given.Upload(table, file, query)).ShouldBe(HttpStatusCode.OK);

    public static async Task<Answer> Uploaded(this Given given, string table, string file, string query = "") => (await given.Upload(table, file, query)).ShouldBe(HttpStatusCode.OK);

    public static (int Created, int Updated, int Kept, int Unchanged) Counts(this Answer report) =>
        (report["created"].GetInt32(), report["updated"].GetInt32(), report["kept"].GetInt32(), report["unchanged"].GetInt32());

    /// <summary>"row 2 session MC-C updated: title here -> file (here, edited)" of each row that differs.</summary>
    public static string[] Changes(this Answer report) => [.. report["changes"].EnumerateArray().Select(c =>
        $"{c.GetProperty("where").GetString()} {c.GetProperty("kind").GetString()} {c.GetProperty("name").GetString()} {c.GetProperty("act").GetString()}"
        + string.Concat(c.GetProperty("fields").EnumerateArray().Select(f =>
            $"; {f.GetProperty("field").GetString()}: {f.GetProperty("here").GetString()} -> {f.GetProperty("file").GetString()} ({f.GetProperty("taken").GetString()}{(f.GetProperty("edited").GetBoolean() ? ", edited" : "")})")))];
}
