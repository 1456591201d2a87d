using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Agenda.Api.Tests.Databases;

/// <summary>Hands the SQL Server provider a connection without a server, so that all it does but the network is real.</summary>
internal sealed class ReplayedConnections(Replay replay) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new ReplayedConnection(replay));
}

/// <summary>
/// A connection that is answered from a recording. Like one to SQL Server without MARS it has one open reader at the most, one transaction
/// at the most, and refuses commands that are not told of it.
/// </summary>
internal sealed class ReplayedConnection(Replay replay) : DbConnection
{
    private ConnectionState state;
    private string? openReader;

    public ReplayedTransaction? Transaction { get; set; }

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => state;

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public DbDataReader Read(ReplayedCommand command)
    {
        Check(command);
        var (tables, affected) = replay.Read(command);
        openReader = command.CommandText;
        return new RecordedReader(tables, affected, () => openReader = null);
    }

    public int Execute(ReplayedCommand command)
    {
        Check(command);
        return replay.Execute(command);
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        Transaction = Transaction is null
            ? new ReplayedTransaction(this, isolationLevel)
            : throw new InvalidOperationException("SQL Server does not support parallel transactions.");

    protected override DbCommand CreateDbCommand() => new ReplayedCommand(this);

    private void Check(ReplayedCommand command)
    {
        if (state != ConnectionState.Open)
            throw new InvalidOperationException($"The connection is closed for: {command.CommandText}");
        if (openReader is not null)
            throw new InvalidOperationException($"A second command while a reader is open, which needs MARS.\nOpen: {openReader}\nSecond: {command.CommandText}");
        if (command.Transaction != Transaction)
            throw new InvalidOperationException($"A command beside the transaction of its connection: {command.CommandText}");
    }
}

internal sealed class ReplayedTransaction(ReplayedConnection connection, IsolationLevel isolation) : DbTransaction
{
    public override IsolationLevel IsolationLevel => isolation;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => connection.Transaction = null;

    public override void Rollback() => connection.Transaction = null;

    protected override void Dispose(bool disposing)
    {
        connection.Transaction = null;
        base.Dispose(disposing);
    }
}

/// <summary>A command with the parameters of the real driver.</summary>
internal sealed class ReplayedCommand(ReplayedConnection connection) : DbCommand
{
    private readonly SqlCommand real = new();

    [AllowNull]
    public override string CommandText { get => real.CommandText; set => real.CommandText = value; }

    public override int CommandTimeout { get => real.CommandTimeout; set => real.CommandTimeout = value; }

    public override CommandType CommandType { get => real.CommandType; set => real.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => real.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare() => throw new NotSupportedException();

    public override int ExecuteNonQuery() => connection.Execute(this);

    public override object ExecuteScalar() => throw new NotSupportedException(CommandText);

    protected override DbParameter CreateDbParameter() => real.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => connection.Read(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            real.Dispose();
        base.Dispose(disposing);
    }
}
