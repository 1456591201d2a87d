using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agenda.Infrastructure;

/// <summary>Chooses the database by configuration: <c>Database:Provider</c> is <c>Sqlite</c> (default) or <c>SqlServer</c>.</summary>
public static class AgendaDatabase
{
    /// <exception cref="InvalidOperationException">The provider is unknown, or SQL Server has no connection string.</exception>
    public static IServiceCollection AddAgendaDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Agenda");
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case var provider when provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase):
                connection ??= $"Data Source={Path.Combine(DataFolder(configuration), "agenda.db")}";
                services.AddDbContext<SqliteAgendaDbContext>(options => Common(options.UseSqlite(connection)));
                services.AddScoped<AgendaDbContext>(provider => provider.GetRequiredService<SqliteAgendaDbContext>());
                break;
            case var provider when provider.Equals("SqlServer", StringComparison.OrdinalIgnoreCase):
                if (string.IsNullOrWhiteSpace(connection))
                    throw new InvalidOperationException("Database:Provider is SqlServer, so ConnectionStrings:Agenda must name the server.");
                services.AddDbContext<SqlServerAgendaDbContext>(options => Common(options.UseSqlServer(connection, server => server.EnableRetryOnFailure())));
                services.AddScoped<AgendaDbContext>(provider => provider.GetRequiredService<SqlServerAgendaDbContext>());
                break;
            case var other:
                throw new InvalidOperationException($"Database:Provider is \"{other}\"; it can be Sqlite or SqlServer.");
        }

        return services.AddScoped<AuditTrail>().AddSingleton<PublishedResources>().AddSingleton<PublishedAgendas>().AddSingleton<MovedByZoneRules>().AddSingleton(ReleaseRetention.Of(configuration));
    }

    /// <summary>The folder for the database file, made when it is not there; <c>Agenda:DataFolder</c>, by default <c>data</c> where the service is started.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration["Agenda:DataFolder"] is { Length: > 0 } folder ? folder : "data").FullName;

    // Edits that meet are expected and answered with 409 or 412; they are no error of the service.
    // Any other failure reaches the log as the exception that it is. That the migrations are complete is for
    // a test to find out: asking at every start costs a third of a second.
    private static void Common(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings
        .Ignore(RelationalEventId.PendingModelChangesWarning)
        .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug)));
}
