using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>Tells whoever started the service where everything is, and the new key, which nobody will ever see again.</summary>
internal sealed class FirstSteps(PublicAddress address, PublishedAgendas agendas)
{
    /// <summary>The organisers' key when it was made at this start; null otherwise.</summary>
    public string? NewKey { get; set; }

    public void Print(TextWriter console)
    {
        console.WriteLine();
        console.WriteLine($"  Agenda is ready on {address.Root}");
        foreach (var slug in agendas.Slugs.Take(5))
        {
            console.WriteLine($"    agenda    {address.Agenda(slug)}");
            console.WriteLine($"    feed      {address.Feed(slug)}");
        }

        console.WriteLine($"    API       {address.Root}/api  (contract: {address.Root}/openapi/v1.json)");
        if (NewKey is { } key)
        {
            console.WriteLine();
            console.WriteLine("  The organisers' key, shown this once (set Agenda:BootstrapKey to choose your own):");
            console.WriteLine($"    {key}");
        }

        console.WriteLine();
    }
}
