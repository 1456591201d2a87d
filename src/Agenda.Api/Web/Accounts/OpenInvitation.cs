using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Accounts;

/// <summary>An invitation that can still be accepted, and to what.</summary>
public sealed record OpenInvitation(Invitation Invitation, Conference Conference)
{
    /// <summary>Null for a link that was used, was withdrawn, has expired or never was.</summary>
    internal static async Task<OpenInvitation?> FindAsync(AgendaDbContext db, string secret, Instant now, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(secret);
        var found = await db.Invitations.Where(i => i.Hash == hash).Join(db.Conferences, i => i.ConferenceId, c => c.Id, (i, c) => new OpenInvitation(i, c)).SingleOrDefaultAsync(cancellation);
        return found is not null && found.Invitation.IsOpen(now) ? found : null;
    }
}
