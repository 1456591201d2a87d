using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace Agenda.Api.Tests.Databases;

/// <summary>
/// Answers the SQL Server provider with what SQLite answered. Only queries are matched, in the order of the request that asks them: the
/// providers divide what they write into commands in their own ways (one by one with RETURNING here, batches with OUTPUT there), so a write
/// is answered as SQL Server answers one that succeeds, and compared by the tables that it writes.
/// </summary>
internal sealed partial class Replay(Recording recording)
{
    // What SQL Server takes in one command, less the two that the driver adds to send text with parameters.
    private const int MostParameters = 2_098;

    private static readonly SqlDbType[] Unwanted =
    [
        SqlDbType.DateTime, SqlDbType.SmallDateTime, SqlDbType.DateTimeOffset, SqlDbType.Time,
        SqlDbType.Variant, SqlDbType.Udt, SqlDbType.Text, SqlDbType.NText, SqlDbType.Structured,
    ];

    private readonly List<string> written = [];
    private Queue<RecordedCommand> queries = new();
    private int request;

    /// <summary>Every command that the provider made.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>What is not as it should be.</summary>
    public List<string> Faults { get; } = [];

    public void Begin(int number)
    {
        request = number;
        written.Clear();
        queries = new(recording.During(number).Where(c => CommandShape.IsQuery(c.Text)));
    }

    /// <summary>Finds what was asked of SQLite only during the request.</summary>
    public void End()
    {
        foreach (var left in queries)
            Faults.Add($"SQL Server was not asked what SQLite was:\n{left.Text}");

        var expected = CommandShape.TablesWritten(recording.During(request).Select(c => c.Text));
        if (CommandShape.TablesWritten(written) is var actual && actual != expected)
            Faults.Add($"SQLite was told to {expected}, SQL Server to {actual}.");
    }

    public (IReadOnlyList<RecordedTable> Tables, int Affected) Read(DbCommand command)
    {
        Check(command);
        if (!CommandShape.IsQuery(command.CommandText))
        {
            written.Add(command.CommandText);
            return ([.. OutputClauses().Matches(command.CommandText).Select(_ => RecordedTable.OneRowAffected)], -1);
        }

        if (!queries.TryDequeue(out var recorded))
            throw new InvalidOperationException($"SQLite was not asked what SQL Server is:\n{command.CommandText}");
        if (CommandShape.TablesRead(recorded.Text) != CommandShape.TablesRead(command.CommandText))
            throw new InvalidOperationException($"The two databases are asked different things.\nSQLite:\n{recorded.Text}\nSQL Server:\n{command.CommandText}");

        return (recorded.Tables, recorded.Affected);
    }

    public int Execute(DbCommand command)
    {
        Check(command);
        written.Add(command.CommandText);
        return 1;
    }

    private void Check(DbCommand command)
    {
        var text = command.CommandText;
        Commands.Add(text);
        if (LockHints().Match(text) is { Success: true } hint)
            Faults.Add($"Has the lock hint {hint.Value}:\n{text}");
        if (command.Parameters.Count > MostParameters)
            Faults.Add($"Has {command.Parameters.Count} parameters, more than SQL Server takes:\n{text}");
        if (text.Contains("OUTPUT", StringComparison.Ordinal) && OutputClauses().Count(text) != AnyOutput().Count(text))
            Faults.Add($"Asks for values that SQL Server makes, although the service makes them all itself:\n{text}");
        foreach (var parameter in command.Parameters.Cast<SqlParameter>().Where(p => Unwanted.Contains(p.SqlDbType)))
            Faults.Add($"Sends {parameter.ParameterName} as {parameter.SqlDbType}:\n{text}");
    }

    [GeneratedRegex(@"\bOUTPUT 1\b")]
    private static partial Regex OutputClauses();

    [GeneratedRegex(@"\bOUTPUT\b")]
    private static partial Regex AnyOutput();

    [GeneratedRegex(@"\b(NOLOCK|UPDLOCK|HOLDLOCK|XLOCK|ROWLOCK|PAGLOCK|TABLOCKX?|READPAST|READUNCOMMITTED|READCOMMITTEDLOCK|REPEATABLEREAD|SERIALIZABLE)\b|\bsp_getapplock\b")]
    private static partial Regex LockHints();
}
