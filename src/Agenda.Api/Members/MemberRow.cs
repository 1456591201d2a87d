using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Members;

/// <summary>A membership with the account that has it.</summary>
internal sealed record MemberRow(Membership Membership, Account Account)
{
    public MemberResponse Response => new(
        Account.Id.Value, Account.Name, Account.Email!, Membership.Role, Membership.PersonId?.Value, Account.Disabled, Membership.Since, Membership.Version);

    public static Task<MemberRow?> FindAsync(AgendaDbContext db, ConferenceId conference, AccountId account, CancellationToken cancellation) =>
        db.Memberships.Where(m => m.ConferenceId == conference && m.AccountId == account)
            .Join(db.Accounts, m => m.AccountId, a => a.Id, (m, a) => new MemberRow(m, a)).SingleOrDefaultAsync(cancellation);

    /// <summary>Saves an edit, unless it would leave the conference without an owner.</summary>
    public static async Task<bool> SaveKeepingAnOwnerAsync(AgendaDbContext db, ConferenceId conference, bool wasOwner, CancellationToken cancellation)
    {
        if (wasOwner)
            return await SaveIfHolds.RunAsync(db, stop => db.Memberships.AnyAsync(m => m.ConferenceId == conference && m.Role == ConferenceRole.Owner, stop), cancellation);

        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The person who is meant, and why somebody cannot be that; both null where nobody is meant and that is right.</summary>
    public static async Task<(PersonId? Person, Refusal? Refusal)> WhoAsync(
        AgendaDbContext db, Conference conference, ConferenceRole role, Guid? said, CancellationToken cancellation)
    {
        Person? person = null;
        if (said is { } id)
        {
            var personId = new PersonId(id);
            person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == personId, cancellation);
            if (person is null)
                return (null, AccessRefusals.UnknownPerson(id));
        }

        return Membership.WhyNot(conference, role, person) is { } refusal ? (null, refusal) : (person?.Id, null);
    }
}
