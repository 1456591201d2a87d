using Agenda.Domain;
using Agenda.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Privacy;

/// <summary>Who is who in the programme, where that is the erased person. An account is its owner's own and stays.</summary>
internal static class ErasedAccess
{
    /// <summary>
    /// Takes the person out of memberships; one as chair says nothing without a person and goes. Invitations to the person go, since they
    /// hold an address and open the way to be the person.
    /// </summary>
    public static async Task RemoveAsync(AgendaDbContext db, PersonId person, PersonTraces traces, CancellationToken cancellation)
    {
        foreach (var membership in await db.Memberships.Where(m => m.PersonId == person).ToListAsync(cancellation))
        {
            if (membership.Role == ConferenceRole.Chair)
                db.Memberships.Remove(membership);
            else
                membership.Revise(membership.Role, null);
        }

        foreach (var invitation in await db.Invitations.Where(i => i.PersonId == person).ToListAsync(cancellation))
        {
            traces.AddAddress(invitation.Email);
            db.Invitations.Remove(invitation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
