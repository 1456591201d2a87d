using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>One member of a conference.</summary>
internal static class Member
{
    /// <summary>Below <c>/account/conferences/{slug}</c>.</summary>
    public const string Path = Members.Path + "/{id:guid}";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, HandleAsync);

    public static Task<Membership?> FindAsync(EditedConference conference, AgendaDbContext db, Guid id, CancellationToken cancellation)
    {
        var (of, account) = (conference.Id, new AccountId(id));
        return db.Memberships.SingleOrDefaultAsync(m => m.ConferenceId == of && m.AccountId == account, cancellation);
    }

    /// <summary>Whether the conference still has somebody who may do everything.</summary>
    public static Task<bool> HasOwnerAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        return db.Memberships.AnyAsync(m => m.ConferenceId == id && m.Role == ConferenceRole.Owner, cancellation);
    }

    private static Task<IResult> HandleAsync(Guid id, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        ShowAsync(id, http, conference, db, null, cancellation);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, EditedConference conference, AgendaDbContext db, PostedForm? posted, CancellationToken cancellation)
    {
        var account = new AccountId(id);
        var member = (await Members.MembersOf(conference, db).ToListAsync(cancellation)).SingleOrDefault(m => m.Membership.AccountId == account);
        return member is null ? Missing.Page(http) : Pages.Show<MemberPage>(
            http,
            new()
            {
                [nameof(MemberPage.Conference)] = conference.Conference,
                [nameof(MemberPage.Member)] = member,
                [nameof(MemberPage.People)] = await Members.PeopleOfAsync(conference, db, cancellation),
            },
            posted);
    }
}
