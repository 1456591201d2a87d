using Agenda.Api.Http;

namespace Agenda.Api.Startup;

/// <summary>Where the service listens unless ASP.NET Core's own settings say otherwise.</summary>
internal static class Listening
{
    /// <summary>Where an operation says nothing else.</summary>
    private const long LargestBody = 256 * 1024;

    public static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        string[] settings = ["urls", "http_ports", "https_ports"];
        if (settings.All(name => string.IsNullOrEmpty(builder.Configuration[name])) && !builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            builder.WebHost.UseUrls(PublicAddress.Default);
    }
}
