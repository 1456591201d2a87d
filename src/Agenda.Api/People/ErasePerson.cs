using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Privacy;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.People;

/// <summary>Erases a person from the programme and from every release, so that nothing that the service gives out says who they were.</summary>
internal static class ErasePerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/people/{personId:guid}/erasure", HandleAsync)
        .WithSummary("Erase a person")
        .WithDescription(
            "Name, affiliation, biography, e-mail address and links leave the programme and every release, as do the abstracts that nobody but they wrote, and their whole name in any text. "
            + "A placeholder stays in their roles; whoever was merged into them is erased with them. Numbers of releases and entries of calendars stay. It cannot be undone. "
            + "Somebody who was removed from the programme is erased from the releases; `If-Match` does not matter then.");

    private static async Task<Results<TaggedOk<ErasureResponse>, ProblemHttpResult>> HandleAsync(
        Guid personId, ErasePersonRequest? request, [FromQuery(Name = "dryRun"), Description("Do everything and save nothing; the answer tells what would have become of it.")] bool? dryRun,
        IfMatch ifMatch, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, ILogger<Program> logger, CancellationToken cancellation)
    {
        var id = new PersonId(personId);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == id, cancellation);
        if (person is { IsErased: true })
            return Problems.Refused(PeopleRefusals.Erased());
        // Who is in old releases only cannot be edited, so there is no version to have seen.
        if (person is not null && ifMatch.Refuses(person.Version, () => PersonResponse.Of(person)) is { } stale)
            return stale;

        var order = new ErasureOrder(conference.Id, id, person?.Version ?? 0, clock.Now())
        {
            Titles = request?.Titles ?? false,
            AlsoReplace = request?.AlsoReplace ?? [],
            DryRun = dryRun ?? false,
        };
        var (report, refusal) = await PersonErasure.RunAsync(db, order, cancellation);
        if (refusal is not null)
            return Problems.Refused(refusal);
        if (report is null)
            return Problems.Missing("person", personId);

        if (!report.FileIsClean)
            logger.LogWarning("The database file was busy: what was erased is overwritten, but older versions of it may be readable in the file until the next erasure.");
        if (!order.DryRun)
            await agendas.RefreshAsync(CancellationToken.None);
        return Tagged.Ok(report.Person?.Version ?? 0, ErasureResponse.Of(report, order.DryRun));
    }
}
