using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>Tells whoever started the service where everything is, and the new key, which nobody will ever see again.</summary>
internal sealed class FirstSteps(PublicAddress address, PublishedAgendas agendas)
{
    /// <summary>The bootstrap key when it was made at this start; null otherwise.</summary>
    public string? NewKey { get; set; }

    /// <summary>The secret of the link that makes the first administrator, while there is none; null otherwise.</summary>
    public string? SetUpSecret { get; set; }

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
        if (SetUpSecret is { } secret)
        {
            console.WriteLine();
            console.WriteLine("  Nobody administers this installation yet. To make the first account, open (once):");
            console.WriteLine($"    {address.SetUpLink(secret)}");
        }

        if (NewKey is { } key)
        {
            console.WriteLine();
            console.WriteLine("  A key for programs until there is an administrator, shown this once (set Agenda:BootstrapKey to have one for good):");
            console.WriteLine($"    {key}");
        }

        console.WriteLine();
    }
}
