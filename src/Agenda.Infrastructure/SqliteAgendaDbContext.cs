using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure;

/// <summary>The embedded default: one file, compared byte by byte as it is.</summary>
public sealed class SqliteAgendaDbContext(DbContextOptions<SqliteAgendaDbContext> options) : AgendaDbContext(options)
{
    protected override string? OrdinalCollation => null;
}
