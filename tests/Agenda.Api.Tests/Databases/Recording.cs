using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Agenda.Api.Tests.Databases;

/// <summary>Everything that SQLite was asked while a story was told, with its answers, by the request that asked.</summary>
internal sealed class Recording
{
    private readonly List<RecordedCommand> commands = [];

    /// <summary>The number of the request that is being answered; 0 before the first. Null while nothing is recorded.</summary>
    public int? Request { get; set; }

    public IReadOnlyList<RecordedCommand> During(int request) => [.. commands.Where(c => c.Request == request)];

    public void Add(string text, IReadOnlyList<RecordedTable> tables, int affected)
    {
        if (Request is { } request)
            commands.Add(new RecordedCommand(request, text, tables, affected));
    }
}

internal sealed record RecordedCommand(int Request, string Text, IReadOnlyList<RecordedTable> Tables, int Affected);

/// <summary>One result set in SQLite's storage types: long, double, string, byte[] and <see cref="DBNull"/>.</summary>
internal sealed record RecordedTable(IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows)
{
    public static RecordedTable Empty { get; } = new([], []);

    /// <summary>What SQL Server answers to an UPDATE or DELETE that names the version it expects and found it.</summary>
    public static RecordedTable OneRowAffected { get; } = new([""], [[1L]]);
}

/// <summary>What a command does to which tables, whatever the dialect.</summary>
internal static partial class CommandShape
{
    public static bool IsQuery(string text) => text.StartsWith("SELECT", StringComparison.Ordinal);

    /// <summary>The tables that a query reads, in the order in which it names them.</summary>
    public static string TablesRead(string query) => string.Join(", ", Reads().Matches(query).Select(m => m.Groups[1].Value));

    /// <summary>What commands write, each once: a database may be told in one command what another is told in several.</summary>
    public static string TablesWritten(IEnumerable<string> commands) => string.Join(
        ", ", commands.SelectMany(c => Writes().Matches(c).Select(m => $"{m.Groups[1].Value} {TableOf(m.Groups[2].Value, c)}")).Distinct().Order(StringComparer.Ordinal));

    // DELETE FROM [s] FROM [sessions] AS [s]
    private static string TableOf(string name, string command) =>
        Aliases().Matches(command).FirstOrDefault(m => m.Groups[2].Value == name) is { } alias ? alias.Groups[1].Value : name;

    [GeneratedRegex(@"\b(?:FROM|JOIN)\s+[""\[](\w+)")]
    private static partial Regex Reads();

    [GeneratedRegex(@"(INSERT INTO|UPDATE|DELETE FROM)\s+[""\[](\w+)")]
    private static partial Regex Writes();

    [GeneratedRegex(@"[""\[](\w+)[""\]] AS [""\[](\w+)")]
    private static partial Regex Aliases();
}

/// <summary>Records what SQLite answers. EF reads the recorded answer too, so that the reader of the replay is proven by the first run.</summary>
internal sealed class RecordingCommands(Recording recording) : DbCommandInterceptor
{
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => ValueTask.FromResult<DbDataReader>(Recorded(command, result));

    // ASP.NET Core asks for protection keys synchronously; the service itself never does.
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) =>
        command.CommandText.Contains("protection_keys", StringComparison.Ordinal)
            ? Recorded(command, result)
            : throw new NotSupportedException($"Asked synchronously: {command.CommandText}");

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        recording.Add(command.CommandText, [], result);
        return ValueTask.FromResult(result);
    }

    // SQLite knows no waiting.
    private RecordedReader Recorded(DbCommand command, DbDataReader result)
    {
        var tables = new List<RecordedTable>();
        do
        {
            if (result.FieldCount == 0)
                continue;

            var rows = new List<object[]>();
            while (result.Read())
            {
                var row = new object[result.FieldCount];
                result.GetValues(row);
                rows.Add(row);
            }

            tables.Add(new RecordedTable([.. Enumerable.Range(0, result.FieldCount).Select(result.GetName)], rows));
        }
        while (result.NextResult());

        var affected = result.RecordsAffected;
        result.Dispose();
        recording.Add(command.CommandText, tables, affected);
        return new RecordedReader(tables, affected);
    }
}
