using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests;

/// <summary>Another instance of the service on the same database.</summary>
internal sealed class SecondProcess(AgendaHost first) : AgendaHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Agenda:DataFolder", first.Folder);
    }
}
