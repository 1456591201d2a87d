using System.Text;
using Agenda.Api.Security;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Interchange;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Samples;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Agenda.Api.Tests.Databases;

/// <summary>The service without what it does by itself in the background, so that every command belongs to a request.</summary>
internal class QuietHost : AgendaHost
{
    /// <summary>
    /// What the service does without a request, once the tables are there: the secrets that a fresh installation makes, the sample conference, an
    /// import from the command line that makes the conference and publishes it, and the question what is published. Answers with the cookie of an
    /// administrator who signed in.
    /// </summary>
    public async Task<string> PrepareAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var nothingConfigured = new BootstrapKey(new ConfigurationBuilder().Build());
        (await nothingConfigured.PrepareAsync(db, cancellation)).ShouldNotBeNull();
        (await nothingConfigured.PrepareAsync(db, cancellation)).ShouldBeNull();
        await nothingConfigured.OpensAsync("another", db, cancellation);
        (await SetUpLink.PrepareAsync(db, cancellation)).ShouldNotBeNull();
        var secret = (await SetUpLink.PrepareAsync(db, cancellation)).ShouldNotBeNull();
        await SetUpLink.IsOpenAsync(db, secret, cancellation);
        await SetUpLink.SpendAsync(db, secret, cancellation);
        (await db.Conferences.AnyAsync(cancellation)).ShouldBeFalse();
        await SampleConference.AddToAsync(db, Clock.Now, cancellation);
        var file = ScheduleReader.Read(Encoding.UTF8.GetBytes(ImportStory.File()));
        var order = new ImportOrder("from-a-terminal", file) { MayCreate = true, Publish = new PublishOrder(new Publication(Clock.Now, "import", null)) };
        (await ImportProgramme.RunAsync(db, order, cancellation)).Report.ShouldNotBeNull().Release.ShouldBe(1);
        await Get<PublishedAgendas>().RefreshAsync(cancellation);
        var accounts = new AccountsOf(this);
        return await accounts.CookieAsync(await accounts.AddAsync("Ada", administrator: true));
    }

    public async Task MigrateAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AgendaDbContext>().Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            foreach (var work in services.Where(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationType?.Assembly ?? s.ImplementationFactory?.Method.Module.Assembly) == typeof(Program).Assembly).ToList())
                services.Remove(work);
        });
    }
}

/// <summary>On SQLite, with every command recorded.</summary>
internal sealed class RecordedHost(Recording recording) : QuietHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<SqliteAgendaDbContext>(options => options.AddInterceptors(new RecordingCommands(recording))));
    }
}

/// <summary>On the SQL Server provider without a server.</summary>
internal sealed class ReplayedHost(Replay replay) : QuietHost
{
    public FailureLog Failures { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", "SqlServer");
        builder.UseSetting("ConnectionStrings:Agenda", "Server=none;Database=agenda;Encrypt=False");
        builder.ConfigureLogging(log => log.AddProvider(Failures));
        builder.ConfigureServices(services => services.ConfigureDbContext<SqlServerAgendaDbContext>(options => options.AddInterceptors(new ReplayedConnections(replay))));
    }
}

/// <summary>On a real SQL Server, as the service itself runs there.</summary>
internal sealed class SqlServerHost(string connection) : AgendaHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", "SqlServer");
        builder.UseSetting("ConnectionStrings:Agenda", connection);
    }
}
