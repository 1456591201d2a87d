using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// Writes many entries at once. EF makes a command of every row that it saves on SQLite, and an import has half as many entries as rows of its own.
/// </summary>
internal static class AuditRows
{
    /// <summary>More entries than this are worth it.</summary>
    public const int Many = 50;

    // SQLite looks for each parameter by its name among all, SQL Server takes no more than 2,100.
    private const int RowsOfCommand = 20;

    /// <summary>Inserts the entries in the transaction that is open.</summary>
    public static async Task InsertAsync(AgendaDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var (type, names) = (db.Model.FindEntityType(typeof(AuditEntry))!, db.GetService<ISqlGenerationHelper>());
        var columns = type.GetProperties().ToArray();
        var insert = $"INSERT INTO {names.DelimitIdentifier(type.GetTableName()!)} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.GetColumnName())))}) VALUES ";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var rows in entries.Chunk(RowsOfCommand))
        {
            var text = new StringBuilder(insert);
            var parameters = new List<DbParameter>(rows.Length * columns.Length);
            foreach (var row in rows)
            {
                text.Append(parameters.Count == 0 ? "(" : ", (");
                Append(text, parameters, columns, row, command);
                text.Append(')');
            }

            await db.Database.ExecuteSqlRawAsync(text.ToString(), parameters, cancellation);
        }
    }

    private static void Append(StringBuilder text, List<DbParameter> parameters, IProperty[] columns, AuditEntry row, DbCommand command)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var name = $"@p{parameters.Count}";
            parameters.Add(columns[i].GetRelationalTypeMapping().CreateParameter(command, name, columns[i].GetGetter().GetClrValue(row), columns[i].IsNullable));
            text.Append(i == 0 ? "" : ", ").Append(name);
        }
    }
}
