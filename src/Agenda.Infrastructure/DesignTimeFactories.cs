using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Agenda.Infrastructure;

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations without starting the service.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAgendaDbContext>
{
    public SqliteAgendaDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef</c> make SQL Server migrations without a server.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerAgendaDbContext>
{
    public SqlServerAgendaDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerAgendaDbContext>().UseSqlServer("Server=none").Options);
}
