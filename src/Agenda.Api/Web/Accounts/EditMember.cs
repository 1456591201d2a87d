using Agenda.Api.Http;
using Agenda.Domain.Access;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Gives a member another role.</summary>
internal static class EditMember
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Member.Path, HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, PostedForm form, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var chosen = await RoleChosen.OfAsync(form, conference, db, cancellation);
        if (!form.IsGood)
            return await Member.ShowAsync(id, http, conference, db, form, cancellation);

        var isSaved = await AllOrNothing.RunAsync(
            db,
            async stop =>
            {
                if (await Member.FindAsync(conference, db, id, stop) is not { } member)
                    return false;

                var wasOwner = member.Role == ConferenceRole.Owner;
                member.Revise(chosen.Role, chosen.Person?.Id);
                await db.SaveChangesAsync(stop);
                return !wasOwner || await Member.HasOwnerAsync(conference, db, stop);
            },
            cancellation);
        if (isSaved)
            return new SeeOther($"{Members.Of(conference.Slug)}?{Done.Parameter}=member");

        form.Wrong(AccessRefusals.LastOwner());
        return await Member.ShowAsync(id, http, conference, db, form, cancellation);
    }
}
