using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>
/// Tells whoever started the service where everything is, and the first secrets, which nobody will ever see again. They are made beside the
/// first requests: nobody can use them before they are printed.
/// </summary>
internal sealed class FirstSteps(PublicAddress address, PublishedAgendas agendas, BootstrapKey bootstrap, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly TaskCompletionSource<FirstSecrets> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was made at this start.</summary>
    public Task<FirstSecrets> Secrets => made.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(started.SetResult))
        await using (stoppingToken.Register(() => started.TrySetCanceled()))
            await started.Task;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var secrets = new FirstSecrets(await SetUpLink.PrepareAsync(db, stoppingToken), await bootstrap.PrepareAsync(db, stoppingToken));
        made.SetResult(secrets);
        Print(Console.Out, secrets);
    }

    private void Print(TextWriter console, FirstSecrets secrets)
    {
        console.WriteLine();
        console.WriteLine($"  Agenda is ready on {address.Root}");
        foreach (var slug in agendas.Slugs.Take(5))
        {
            console.WriteLine($"    agenda    {address.Agenda(slug)}");
            console.WriteLine($"    feed      {address.Feed(slug)}");
        }

        console.WriteLine($"    API       {address.Root}/api  (contract: {address.Root}/openapi/v1.json)");
        if (secrets.SetUp is { } secret)
        {
            console.WriteLine();
            console.WriteLine("  Nobody administers this installation yet. To make the first account, open (once):");
            console.WriteLine($"    {address.SetUpLink(secret)}");
        }

        if (secrets.Key is { } key)
        {
            console.WriteLine();
            console.WriteLine("  A key for programs until there is an administrator, shown this once (set Agenda:BootstrapKey to have one for good):");
            console.WriteLine($"    {key}");
        }

        console.WriteLine();
    }
}

/// <param name="SetUp">The secret of the link that makes the first administrator, while there is none; null otherwise.</param>
/// <param name="Key">The bootstrap key, when it was made at this start; null otherwise.</param>
internal sealed record FirstSecrets(string? SetUp, string? Key);
