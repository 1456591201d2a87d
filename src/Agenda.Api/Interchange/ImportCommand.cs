using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Interchange;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Interchange;

/// <summary>
/// The command line <c>import</c>: imports a file into the database of the service, which may be running. Exit code 0, or 2 when refused.
/// </summary>
internal static class ImportCommand
{
    public const int Done = 0, Refused = 2, Stopped = 130;

    /// <summary>Runs the command with the arguments after <c>import</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = ImportArguments.Parse(args);
        if (arguments.Fault is { } fault)
            return Refuse($"{fault}{Environment.NewLine}{Environment.NewLine}{ImportArguments.Usage}");

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            return await ImportAsync(arguments, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped; nothing was changed.");
            return Stopped;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse(unreadable.Message);
        }
    }

    private static async Task<int> ImportAsync(ImportArguments arguments, CancellationToken cancellation)
    {
        if (new FileInfo(arguments.File!) is { Exists: true, Length: > Limits.ImportBytes })
            return Refuse($"{arguments.File} has more than {Limits.ImportBytes / 1024 / 1024} MB.");

        // A short-lived process spends most of its time on being compiled: reading needs no database and goes on beside its preparation.
        var reading = Task.Run(async () => ScheduleReader.Read(await File.ReadAllBytesAsync(arguments.File!, cancellation), arguments.Format), cancellation);
        await using var services = new ServiceCollection().AddAgendaDatabase(Configuration(arguments.Settings)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
        (trail.Actor, trail.Operation) = (AuditActor.CommandLine, "import");
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        await db.BringUpToDateAsync(cancellation);

        var progress = ImportTerminal.Progress();
        var (report, refusal) = await ImportProgramme.RunAsync(
            db,
            new ImportOrder(arguments.Conference!, await reading)
            {
                At = TimeProvider.System.Now(),
                Zone = arguments.Zone,
                Edits = arguments.FileWins ? ImportSide.File : ImportSide.Here,
                MayCreate = true,
                DryRun = arguments.DryRun,
                Publish = arguments.Publish ? Publishing(arguments, scope.ServiceProvider.GetRequiredService<ReleaseRetention>()) : null,
                Progress = progress,
            },
            cancellation);
        progress?.Clear();
        if (report is null)
            return Refuse(ImportTerminal.Refusal(arguments.File!, refusal!));

        Console.Out.Write(arguments.Json ? JsonSerializer.Serialize(report, Indented) + Environment.NewLine : ImportTerminal.Table(arguments.File!, report));
        return Done;
    }

    private static PublishOrder Publishing(ImportArguments arguments, ReleaseRetention retention) =>
        new(new Publication(TimeProvider.System.Now(), "command line", null) { AcknowledgeAll = arguments.Acknowledge }) { Retention = retention };

    internal static JsonSerializerOptions Indented
    {
        get
        {
            var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
            JsonFormat.Configure(options);
            return options;
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Refused;
    }

    /// <summary>The same sources in the same order as the service's.</summary>
    internal static IConfiguration Configuration(IReadOnlyList<string> settings)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
        return new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables().AddCommandLine([.. settings]).Build();
    }
}
