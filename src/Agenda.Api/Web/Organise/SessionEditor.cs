using System.Globalization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

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
        var id = sessionId is { } said ? new SessionId(said) : default;
        var entered = await Entered.ReadAsync(conference, db, cancellation, conference.SeenSessions.Where(s => s.Id == id));
        var session = entered.Sessions is [var found, ..] ? found : null;
        if (sessionId is not null && session is null)
            return Accounts.Missing.Page(http);

        return OrganisePages.Show<SessionEditorPage>(new()
        {
            [nameof(SessionEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(SessionEditorPage.Entered)] = entered,
            [nameof(SessionEditorPage.Session)] = session,
            [nameof(SessionEditorPage.Type)] = session?.Type ?? type,
            [nameof(SessionEditorPage.Suggested)] = session is null ? await FreeCodeAsync(type ?? (entered.Types is [var usual, ..] ? usual.Value : null), conference, db, cancellation) : null,
            [nameof(SessionEditorPage.Conflicts)] = session is null ? [] : await ConflictsAsync(id, conference, watch, db, cancellation),
        });
    }

    // The first number that is free among codes of the type, such as MC-4.
    private static async Task<string?> FreeCodeAsync(string? type, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (type is null)
            return null;

        var taken = (await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.Code.StartsWith(type)).Select(s => s.Code).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{type}-{n}")).First(code => !taken.Contains(code));
    }

    private static async Task<IReadOnlyList<ConflictResponse>> ConflictsAsync(SessionId id, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var found = ConflictCheck.All(await watch.ReadNearbyAsync([id], _ => false, cancellation)).Items.Where(c => c.First.Id == id || c.Second?.Id == id).ToList();
        return (await ConflictTelling.OfAsync(db, conference, found, cancellation)).Tell(found, conference);
    }
}
