using Agenda.Api.Http;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise;

/// <summary>Session types and tracks with what they are used for, and the forms for one of them.</summary>
internal static class KindPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/kinds", ListAsync);
        pages.MapGet("/kinds/types/new", (HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => TypeAsync(null, http, conference, db, cancellation));
        pages.MapGet("/kinds/types/{typeId:guid}", (Guid typeId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => TypeAsync(typeId, http, conference, db, cancellation));
        pages.MapGet("/kinds/tracks/new", (HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => TrackAsync(null, http, conference, db, cancellation));
        pages.MapGet("/kinds/tracks/{trackId:guid}", (Guid trackId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) => TrackAsync(trackId, http, conference, db, cancellation));
    }

    private static async Task<IResult> ListAsync(HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        return OrganisePages.Show<KindListPage>(new()
        {
            [nameof(KindListPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(KindListPage.Types)] = await SessionTypeResponse.From(db.SessionTypes.Where(t => t.ConferenceId == id).OrderBy(t => t.Code)).ToListAsync(cancellation),
            [nameof(KindListPage.Tracks)] = await TrackResponse.From(db.Tracks.Where(t => t.ConferenceId == id).OrderBy(t => t.Slug)).ToListAsync(cancellation),
            [nameof(KindListPage.OfType)] = await OfTypeAsync(conference, db, cancellation),
            [nameof(KindListPage.OfTrack)] = await OfTrackAsync(conference, db, cancellation),
        });
    }

    /// <summary>How many sessions are of each type, by its id.</summary>
    public static Task<Dictionary<Guid, int>> OfTypeAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id).GroupBy(s => s.TypeId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.Value, g => g.Count, cancellation);

    /// <summary>How many sessions are in each track, by its id.</summary>
    public static Task<Dictionary<Guid, int>> OfTrackAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.TrackId != null).GroupBy(s => s.TrackId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.Value, g => g.Count, cancellation);

    /// <summary>What it means that a session is of a type.</summary>
    public static IEnumerable<string> MeaningOf(SessionTypeResponse type)
    {
        if (type.Plenary)
            yield return OrganiseWords.Plenary;
        if (type.Parallel)
            yield return OrganiseWords.Parallel;
        if (type.Break)
            yield return OrganiseWords.Break;
        if (type.NeedsChair)
            yield return OrganiseWords.NeedsChair;
    }

    private static async Task<IResult> TypeAsync(Guid? typeId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var types = await SessionTypeResponse.From(db.SessionTypes.Where(t => t.ConferenceId == conference.Id)).ToListAsync(cancellation);
        var type = types.Find(t => t.Id == typeId);
        if (typeId is not null && type is null)
            return Accounts.Missing.Page(http);

        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id).OrderBy(s => s.Code)
            .Select(s => new { s.TypeId, Named = new NamedSession(s.Id.Value, s.Code, s.Title) }).ToListAsync(cancellation);
        return OrganisePages.Show<TypeEditorPage>(new()
        {
            [nameof(TypeEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(TypeEditorPage.Type)] = type,
            [nameof(TypeEditorPage.Sessions)] = sessions.Where(s => s.TypeId.Value == typeId).Select(s => s.Named).ToList(),
        });
    }

    private static async Task<IResult> TrackAsync(Guid? trackId, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var tracks = await TrackResponse.From(db.Tracks.Where(t => t.ConferenceId == conference.Id)).ToListAsync(cancellation);
        var track = tracks.Find(t => t.Id == trackId);
        if (trackId is not null && track is null)
            return Accounts.Missing.Page(http);

        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.TrackId != null).OrderBy(s => s.Code)
            .Select(s => new { s.TrackId, Named = new NamedSession(s.Id.Value, s.Code, s.Title) }).ToListAsync(cancellation);
        return OrganisePages.Show<TrackEditorPage>(new()
        {
            [nameof(TrackEditorPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(TrackEditorPage.Track)] = track,
            [nameof(TrackEditorPage.Sessions)] = sessions.Where(s => s.TrackId!.Value.Value == trackId).Select(s => s.Named).ToList(),
        });
    }
}
