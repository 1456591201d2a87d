using System.Threading.Channels;
using Agenda.Api.Http;
using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Api.Web.Reading;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Accounts;

/// <summary>
/// Sends links to those who asked for a new password, or marks their accounts for the administrators where no mail goes out: after the answer,
/// which therefore tells nothing of whether there is such an account.
/// </summary>
internal sealed class ForgottenPasswords(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgottenPasswords> logger) : BackgroundService
{
    /// <summary>How many wait at the most; whoever comes on top may ask again.</summary>
    private const int Most = 100;

    /// <summary>Nobody's mailbox is filled by asking again and again.</summary>
    private static readonly Duration BetweenLetters = Duration.FromMinutes(5);

    private readonly Channel<(string Email, Locale Reader)> asked = Channel.CreateBounded<(string, Locale)>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes the wish of whoever sent the request; the letter is in their language.</summary>
    public void Note(string email) => asked.Writer.TryWrite((email, Locale.Current));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, reader) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AnswerAsync(email, reader, scope.ServiceProvider, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: an exception that left here would stop the service.
                logger.LogError(e, "A wish for a new password was lost.");
            }
        }
    }

    private async Task AnswerAsync(string email, Locale reader, IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<AgendaDbContext>();
        if (await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email) is not { Disabled: false } account)
            return;

        services.GetRequiredService<AuditTrail>().Operation = "askForPassword";
        var now = clock.Now();
        var mailing = services.GetRequiredService<Mailing>();
        if (mailing.IsConfigured)
        {
            var justMade = now + PasswordLinks.Lasts - BetweenLetters;
            if (await db.PasswordLinks.AnyAsync(l => l.AccountId == account.Id && l.ExpiresAt > justMade, cancellation))
                return;

            var link = await services.GetRequiredService<PasswordLinks>().MakeAsync(account.Id, cancellation);
            db.Note(PasswordLetter.NoteOf(account));
            await db.SaveChangesAsync(cancellation);
            if (await mailing.TrySendAsync(reader.Make(() => Letters.Password(account, link)), cancellation))
                return;
        }

        account.ResetRequestedAt ??= now;
        Stamps.NoteEdit(account);
        await db.SaveChangesAsync(cancellation);
    }
}
