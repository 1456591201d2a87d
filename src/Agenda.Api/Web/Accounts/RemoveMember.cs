using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Takes a member's role away: they and their tokens are out at once.</summary>
internal static class RemoveMember
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Member.Path + "/remove", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, PostedForm form, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var isSaved = await AllOrNothing.RunAsync(
            db,
            async stop =>
            {
                if (await Member.FindAsync(conference, db, id, stop) is not { } member)
                    return false;

                db.Memberships.Remove(member);
                await db.SaveChangesAsync(stop);
                return member.Role != ConferenceRole.Owner || await Member.HasOwnerAsync(conference, db, stop);
            },
            cancellation);
        if (!isSaved)
        {
            form.Wrong(AccessRefusals.LastOwner());
            return await Member.ShowAsync(id, http, conference, db, form, cancellation);
        }

        // Who has just removed themselves sees the members no more.
        var caller = Caller.Of(http.User)!;
        return new SeeOther(caller.Account?.Value == id && !caller.Administrator ? YourAccount.Path : $"{Members.Of(conference.Slug)}?{Done.Parameter}=member-removed");
    }
}
