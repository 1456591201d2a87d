using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure;

/// <summary>For installations with several processes or an existing SQL Server.</summary>
public sealed class SqlServerAgendaDbContext(DbContextOptions<SqlServerAgendaDbContext> options, AuditTrail? trail = null) : AgendaDbContext(options, trail)
{
    protected override string? OrdinalCollation => "Latin1_General_100_BIN2";
}
