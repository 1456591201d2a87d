using System.Globalization;
using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Mail;

/// <summary>The service with a mail server.</summary>
public sealed class MailingHost : AgendaHost
{
    internal FakeMailServer MailServer { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", MailServer.Port.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Mail:From", "agenda@example.org");
        builder.UseSetting("Mail:Tls", "false");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await MailServer.DisposeAsync();
    }
}
