using Agenda.Api.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Agenda.Api.Tests.Contract;

/// <summary>A service that writes nothing by itself: which feeds were read is not written down every half minute, so that a write is one of the request.</summary>
public sealed class QuietHost : AgendaHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            var upkeep = services.Single(service => service.ImplementationType == typeof(MyAgendaUpkeep));
            services.Remove(upkeep);
        });
    }
}
