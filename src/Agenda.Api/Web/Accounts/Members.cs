using Agenda.Api.Http;
using Agenda.Domain.Access;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Who may do what in a conference, and who is invited.</summary>
internal static class Members
{
    /// <summary>Below <c>/account/conferences/{slug}</c>.</summary>
    public const string Path = "/members";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, HandleAsync);

    public static string Of(string slug) => $"/account/conferences/{slug}{Path}";

    private static Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) =>
        ShowAsync(http, conference, db, clock, null, cancellation);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, EditedConference conference, AgendaDbContext db, TimeProvider clock, PostedForm? posted, CancellationToken cancellation)
    {
        var (id, now) = (conference.Id, clock.Now());
        var members = await MembersOf(conference, db).ToListAsync(cancellation);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.ConferenceId == id && i.UsedAt == null && i.ExpiresAt > now).OrderBy(i => i.Email).ThenBy(i => i.Id).ToListAsync(cancellation);
        return Pages.Show<MembersPage>(
            http,
            new()
            {
                [nameof(MembersPage.Conference)] = conference.Conference,
                [nameof(MembersPage.All)] = members,
                [nameof(MembersPage.Invitations)] = invitations,
                [nameof(MembersPage.People)] = await PeopleOfAsync(conference, db, cancellation),
            },
            posted);
    }

    /// <summary>The members with their accounts, by name.</summary>
    public static IQueryable<MemberOf> MembersOf(EditedConference conference, AgendaDbContext db)
    {
        var id = conference.Id;
        return db.Memberships.AsNoTracking().Where(m => m.ConferenceId == id)
            .Join(db.Accounts.AsNoTracking(), m => m.AccountId, a => a.Id, (m, a) => new { Membership = m, Account = a })
            .OrderBy(m => m.Account.Name).ThenBy(m => m.Account.NormalizedEmail)
            .Select(m => new MemberOf(m.Membership, m.Account.Name, m.Account.Email!, m.Account.Disabled, db.People.Where(p => p.Id == m.Membership.PersonId).Select(p => new PersonChoice(p.Id.Value, p.GivenName, p.FamilyName)).FirstOrDefault()));
    }

    /// <summary>Everybody of the programme whom a member can be.</summary>
    public static async Task<IReadOnlyList<PersonChoice>> PeopleOfAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        return await db.People.AsNoTracking().Where(p => p.ConferenceId == id && p.ErasedAt == null).OrderBy(p => p.SortKey)
            .Select(p => new PersonChoice(p.Id.Value, p.GivenName, p.FamilyName)).ToListAsync(cancellation);
    }
}

/// <summary>A member of a conference: their role, who they are, and who they are in the programme.</summary>
public sealed record MemberOf(Membership Membership, string Name, string Email, bool Disabled, PersonChoice? Person);

/// <summary>Somebody of the programme to choose.</summary>
public sealed record PersonChoice(Guid Id, string GivenName, string FamilyName)
{
    public string Name => Person.NameOf(GivenName, FamilyName);

    /// <summary>As lists are ordered: family name first.</summary>
    public string Listed => GivenName.Length == 0 || FamilyName.Length == 0 ? Name : $"{FamilyName}, {GivenName}";
}
