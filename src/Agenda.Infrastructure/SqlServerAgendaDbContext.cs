using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure;

/// <summary>For installations with several processes or an existing SQL Server.</summary>
public sealed class SqlServerAgendaDbContext(DbContextOptions<SqlServerAgendaDbContext> options) : AgendaDbContext(options)
{
    protected override string? OrdinalCollation => "Latin1_General_100_BIN2";
}
