using Agenda.Domain;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Changes how one is shown to others.</summary>
internal static class EditName
{
    public const string Path = "/account/name";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(PostedForm form, HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var name = form.Line("name", Limits.Name);
        if (!form.IsGood)
            return await YourAccount.ShowAsync(http, db, clock, form, cancellation);

        var account = await YourAccount.OfAsync(http, db, cancellation);
        account.Name = name;
        Stamps.NoteEdit(account);
        await db.SaveChangesAsync(cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=name");
    }
}
