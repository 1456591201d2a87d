using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace Agenda.Api.Mail;

/// <summary>
/// Sends letters through the mail server of <c>Mail:Host</c> (<c>Mail:Port</c>, <c>Mail:User</c>, <c>Mail:Password</c>, <c>Mail:From</c>,
/// <c>Mail:Tls</c>). Without one nothing is sent, and whoever caused a letter is shown its link to pass on.
/// </summary>
internal sealed class Mailing(IConfiguration configuration, ILogger<Mailing> logger)
{
    private const int SubmissionPort = 587;

    private readonly IConfigurationSection settings = configuration.GetSection("Mail");

    public bool IsConfigured => !string.IsNullOrWhiteSpace(settings["Host"]);

    /// <summary>Sends a letter; false where there is no server, or it does not take the letter, which is logged without its text.</summary>
    public async Task<bool> TrySendAsync(Letter letter, CancellationToken cancellation)
    {
        if (!IsConfigured)
            return false;

        try
        {
            using var message = new MailMessage(settings["From"] ?? "", letter.To, letter.Subject, letter.Text);
            using var client = new SmtpClient(settings["Host"], Number("Port") ?? SubmissionPort) { EnableSsl = settings["Tls"] is not { } tls || bool.Parse(tls) };
            if (settings["User"] is { Length: > 0 } user)
                client.Credentials = new NetworkCredential(user, settings["Password"]);
            await client.SendMailAsync(message, cancellation);
            return true;
        }
        catch (Exception e) when (e is SmtpException or FormatException or ArgumentException or IOException)
        {
            logger.LogError(e, "The mail server {Host} did not take a letter.", settings["Host"]);
            return false;
        }
    }

    private int? Number(string name) => settings[name] is { Length: > 0 } said ? int.Parse(said, CultureInfo.InvariantCulture) : null;
}

/// <summary>A letter in plain text.</summary>
internal sealed record Letter(string To, string Subject, string Text);
