using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure;

/// <summary>The embedded default: one file, compared byte by byte as it is.</summary>
public sealed class SqliteAgendaDbContext(DbContextOptions<SqliteAgendaDbContext> options, AuditTrail? trail = null) : AgendaDbContext(options, trail)
{
    protected override string? OrdinalCollation => null;
}
