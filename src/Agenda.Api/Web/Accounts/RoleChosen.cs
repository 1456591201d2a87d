using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>The role that an owner chooses for somebody, and who that is in the programme.</summary>
internal sealed record RoleChosen(ConferenceRole Role, Person? Person)
{
    /// <summary>Reads them, and says in the form what is wrong with them.</summary>
    public static async Task<RoleChosen> OfAsync(PostedForm form, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var (role, person) = (form.Choice<ConferenceRole>("role"), await PersonAsync(form, conference, db, cancellation));
        if (form.IsGood && Membership.WhyNot(conference.Conference, role, person) is { } refusal)
            form.Wrong("person", refusal);
        return new(role, person);
    }

    private static async Task<Person?> PersonAsync(PostedForm form, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (form["person"] is not { Length: > 0 } said)
            return null;

        var (of, id) = (conference.Id, new PersonId(Guid.TryParse(said, out var value) ? value : default));
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.ConferenceId == of, cancellation);
        if (person is null)
            form.Wrong("person", AccountWords.ChooseSomebodyOfTheProgramme);
        return person;
    }
}
