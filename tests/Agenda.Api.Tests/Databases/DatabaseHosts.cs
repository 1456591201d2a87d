using System.Text;
using Agenda.Api.Audit;
using Agenda.Api.Security;
using Agenda.Api.Tests.Security;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Interchange;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Samples;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

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
        var order = new ImportOrder("from-a-terminal", file) { At = Clock.Now, MayCreate = true, Publish = new PublishOrder(new Publication(Clock.Now, "import", null)) };
        (await ImportProgramme.RunAsync(db, order, cancellation)).Report.ShouldNotBeNull().Release.ShouldBe(1);
        await Get<PublishedAgendas>().RefreshAsync(cancellation);
        await LookAfterMyAgendasAsync(db);
        await HearOfAnEditAsync(db);
        var accounts = new AccountsOf(this);
        return await accounts.CookieAsync(await accounts.AddAsync("Ada", administrator: true));
    }

    // What is asked once a second while somebody listens.
    private async Task HearOfAnEditAsync(AgendaDbContext db)
    {
        var conference = await db.Conferences.OrderBy(c => c.Slug).Select(c => c.Id).FirstAsync(TestContext.Current.CancellationToken);
        var news = Get<EditNews>();
        using var listener = await news.ListenAsync(conference);
        db.Note(new AuditNote(AuditKinds.Conference, AuditAct.Changed) { Conference = conference, Subject = conference.Value, Label = "heard" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await news.AskAsync(TestContext.Current.CancellationToken);
        listener.Heard.TryRead(out var heard).ShouldBeTrue();
        heard!.Edits.ShouldHaveSingleItem().Label.ShouldBe("heard");
    }

    // Fetches are written for the first time and again, and what is long over is forgotten.
    private async Task LookAfterMyAgendasAsync(AgendaDbContext db)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var session = await db.Sessions.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.Id, s.ConferenceId }).FirstAsync(cancellation);
        db.MyAgendas.Add(new MyAgenda(new byte[32], new byte[32], Clock.Now));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        // Its id is told by the database, which on replay knows the first one.
        var id = await db.MyAgendas.Select(m => m.Id).SingleAsync(cancellation);
        db.Stars.Add(new Star(id, session.ConferenceId, session.Id, Clock.Now));
        await db.SaveChangesAsync(cancellation);
        var fetches = new FetchLog();
        for (var hour = 1; hour <= 2; hour++)
        {
            fetches.Note(id, CalendarClient.Google, Clock.Now + Duration.FromHours(hour));
            await fetches.WriteAsync(db, cancellation);
        }

        (await fetches.OfAsync(db, id, cancellation)).ShouldHaveSingleItem();
        await MyAgendaExpiry.RunAsync(db, Clock.Now + Duration.FromDays(10_000), MyAgendaExpiry.UsualDays, cancellation);
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
