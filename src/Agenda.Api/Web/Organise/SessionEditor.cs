using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Organise;

/// <summary>The form for a session: what it is, who is in it, where and when, with its conflicts beside it.</summary>
internal static class SessionEditor
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sessions/new", (
            [FromQuery] string? type, HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation) => HandleAsync(null, type, http, conference, watch, db, cancellation));
        pages.MapGet("/sessions/{sessionId:guid}", (
            Guid sessionId, HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation) => HandleAsync(sessionId, null, http, conference, watch, db, cancellation));
    }

    private static async Task<IResult> HandleAsync(Guid? sessionId, string? type, HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        var session = entered.Sessions.FirstOrDefault(s => s.Id == sessionId);
        if (sessionId is not null && session is null)
            return Accounts.Missing.Page(http);

        return OrganisePages.Show<SessionEditorPage>(new()
        {
            [nameof(SessionEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(SessionEditorPage.Entered)] = entered,
            [nameof(SessionEditorPage.Session)] = session,
            [nameof(SessionEditorPage.Type)] = session?.Type ?? type,
            [nameof(SessionEditorPage.Conflicts)] = session is null ? [] : await ConflictsAsync(new SessionId(session.Id), conference, watch, db, cancellation),
        });
    }

    private static async Task<IReadOnlyList<ConflictResponse>> ConflictsAsync(SessionId id, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var found = ConflictCheck.All(await watch.ReadAsync(cancellation)).Items.Where(c => c.First.Id == id || c.Second?.Id == id).ToList();
        return (await ConflictTelling.OfAsync(db, conference.Id, found, cancellation)).Tell(found, conference);
    }
}
