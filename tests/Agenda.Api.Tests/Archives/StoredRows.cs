using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Archives;

/// <summary>Everything that a database file has, table by table and column by column, as text that can be compared.</summary>
internal static class StoredRows
{
    /// <summary>The rows of every table, each as its columns in order.</summary>
    public static Dictionary<string, List<Dictionary<string, string?>>> Of(AgendaHost host)
    {
        _ = host.Services; // it makes the file
        using var connection = new SqliteConnection($"Data Source={host.Database};Mode=ReadOnly");
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name").Select(row => row["name"]!).ToList();
        return tables.ToDictionary(table => table, table => Read(connection, $"SELECT * FROM \"{table}\""));
    }

    /// <summary>All of it in one text, for who wants to know whether anything changed.</summary>
    public static string Whole(AgendaHost host) => string.Join('\n', Of(host).SelectMany(table => Lines(table.Value).Prepend(table.Key)));

    /// <summary>Each row in one line, in the order of the lines: tables have none of their own.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Dictionary<string, string?>> rows, params string[] without) =>
        rows.Select(row => string.Join('|', row.Where(c => !without.Contains(c.Key)).Select(c => $"{c.Key}={c.Value ?? "null"}"))).Order(StringComparer.Ordinal);

    private static List<Dictionary<string, string?>> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, string?>>();
        while (reader.Read())
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Told(reader.GetName(i), reader.GetValue(i))));
        return rows;
    }

    private static string? Told(string column, object value) => value switch
    {
        DBNull => null,
        // Compressed anew, so the bytes may be others.
        byte[] { Length: > 0 } document when column == "Document" => Expanded(document),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Expanded(byte[] document)
    {
        using var text = new StreamReader(new BrotliStream(new MemoryStream(document), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
