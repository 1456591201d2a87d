using System.Globalization;
using System.Text;
using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Interchange;
using Agenda.Api.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Archives;

/// <summary>The command line <c>archive</c>: puts a conference into one file, or makes one of it, in the database of the service, which may be running.</summary>
internal static class ArchiveCommand
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Runs the command with the arguments after <c>archive</c>. Exit code 0, or 2 when refused.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = ArchiveArguments.Parse(args);
        if (arguments.Fault is { } fault)
            return Refuse($"{fault}{Environment.NewLine}{Environment.NewLine}{ArchiveArguments.Usage}");

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            var configuration = ImportCommand.Configuration(arguments.Settings);
            await using var services = new ServiceCollection().AddAgendaDatabase(configuration).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var trail = scope.ServiceProvider.GetRequiredService<AuditTrail>();
            (trail.Actor, trail.Operation) = (AuditActor.CommandLine, "archive");
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            await db.BringUpToDateAsync(stop.Token);
            return arguments.Import is { } file
                ? await ImportAsync(db, file, arguments, configuration, stop.Token)
                : await MakeAsync(db, arguments.Conference!, arguments.To, new PublicAddress(configuration), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped; nothing was changed.");
            return ImportCommand.Stopped;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return Refuse(unusable.Message);
        }
    }

    private static async Task<int> MakeAsync(AgendaDbContext db, string slug, string? to, PublicAddress address, CancellationToken cancellation)
    {
        if (await db.Conferences.AsNoTracking().Where(c => c.Slug == slug).Select(c => (Domain.ConferenceId?)c.Id).SingleOrDefaultAsync(cancellation) is not { } id)
            return Refuse($"Refused (unknown-conference): There is no conference \"{slug}\".");

        var path = to ?? ArchiveLayout.FileNameOf(slug);
        var made = false;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        };
        // It has what is not public.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        try
        {
            await ArchiveMaking.WriteAsync(db, (id, slug), address.Host, TimeProvider.System.Now(), file, cancellation);
            made = true;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Archived \"{slug}\" in {path} ({file.Length:N0} bytes). It has e-mail addresses and all else that is not public: keep it as you keep the database."));
            return ImportCommand.Done;
        }
        catch (RefusedArchiveException refused)
        {
            return Refuse($"Refused ({refused.Refusal.Code}): {refused.Refusal.Reason}");
        }
        finally
        {
            // Half an archive is none.
            if (!made)
                File.Delete(path);
        }
    }

    private static async Task<int> ImportAsync(AgendaDbContext db, string path, ArchiveArguments arguments, IConfiguration configuration, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);
        var largest = ArchiveLimits.Of(configuration);
        var (report, refused) = file.Length > largest.LargestBytes
            ? (null, new RefusedArchiveException(ArchiveRefusals.TooLarge(largest.LargestMegabytes)))
            : await ArchiveImport.RunAsync(db, file, new ArchiveOrder(arguments.As, arguments.DryRun, FileSettings.Of(configuration), new PublicAddress(configuration).Host), cancellation);
        if (report is null)
            return Refuse(Refusal(path, refused!));

        Console.Out.Write(arguments.Json ? JsonSerializer.Serialize(report, ImportCommand.Indented) + Environment.NewLine : Table(path, report));
        return ImportCommand.Done;
    }

    private static string Refusal(string path, RefusedArchiveException refused)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Refused ({refused.Refusal.Code}): {Path.GetFileName(path)}").AppendLine(refused.Refusal.Reason);
        foreach (var place in refused.Places.Skip(1))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {place}");
        return text.Append("Nothing was changed.").ToString();
    }

    private static string Table(string path, ArchiveResponse report)
    {
        var (text, counts) = (new StringBuilder(), report.Counts);
        text.AppendLine(CultureInfo.InvariantCulture, $"{(report.DryRun ? "Tried (nothing was saved)" : "Imported")}: {Path.GetFileName(path)} as \"{report.Slug}\"").AppendLine();
        foreach (var (kind, count) in ((string, int)[])[
            ("buildings", counts.Buildings), ("rooms", counts.Rooms), ("session types", counts.SessionTypes), ("tracks", counts.Tracks), ("people", counts.People),
            ("sessions", counts.Sessions), ("contributions", counts.Contributions), ("live links", counts.Links), ("files", counts.Files), ("releases", counts.Releases)])
            text.AppendLine(CultureInfo.InvariantCulture, $"  {kind,-14}{count,9:N0}");
        if (counts.Files > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {"of files",-14}{counts.FileBytes / Megabyte,9:N0} MB");
        return text.ToString();
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ImportCommand.Refused;
    }
}
