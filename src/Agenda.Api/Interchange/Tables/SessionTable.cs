using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The sessions, by code.</summary>
internal sealed class SessionTable(EditedConference conference, AgendaDbContext db, TimeProvider clock) : EditedRows<SessionRow>
{
    private IReadOnlyList<TableColumn<SessionRow>>? columns;
    private PeopleCells people = new([]);
    private ILookup<string, TableRow<SessionRow>>? byCode;

    protected override IReadOnlyList<TableColumn<SessionRow>> Columns => columns ??= SessionColumns.Of(people, new DayCells(conference.Conference, []), conference.ShowsNotes);

    protected override string Kind => "session";

    protected override SessionRow Blank => SessionRow.Blank;

    protected override SessionRow ExampleRow => new(SessionRow.Blank.Said with
    {
        Code = "EXAMPLE-1",
        Title = "A session to begin with",
        Type = Here.Count > 0 ? Here[0].Content.Said.Type : "MC",
        Language = "en",
        Status = SessionStatus.Draft,
        Seats = 60,
        Abstract = "What it is about, in *Markdown*.",
        Resources = [new LinkEntry
        {
            Title = "Slides",
            Url = "https://example.org/slides",
        }],
    })
    {
        Day = conference.Conference.FirstDay,
        Start = new LocalTime(14, 0),
        Minutes = 90,
    };

    protected override string NameOf(SessionRow row) => row.Said.Code;

    protected override object ToCheck(SessionRow row) => row.Said;

    protected override async Task<List<TableRow<SessionRow>>> ReadAsync(CancellationToken cancellation)
    {
        var sessions = await SessionResponse.ListAsync(db, conference, conference.SeenSessions, cancellation);
        (people, columns) = (await NamedPeople.ReadAsync(conference, cancellation), null);
        List<TableRow<SessionRow>> rows = [.. sessions.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new TableRow<SessionRow>(s.Id, s.Version, SessionRow.Of(s, conference.Zone)))];
        byCode = rows.ToLookup(row => row.Content.Said.Code, StringComparer.Ordinal);
        return rows;
    }

    protected override void Begin(TableFile file) =>
        columns = SessionColumns.Of(people, new DayCells(conference.Conference, file.Lines.Select(line => file.Cell(line, "day"))), conference.ShowsNotes);

    protected override IReadOnlyList<TableRow<SessionRow>> ByKey(Func<string, string?> cell) => [.. byCode![cell("code")?.Trim() ?? ""]];

    protected override async Task TakeAsync(IReadOnlyList<AskedRow<SessionRow>> rows, TableNotes notes, CancellationToken cancellation)
    {
        var places = new SessionPlaces(
            conference, await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToListAsync(cancellation),
            await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToListAsync(cancellation),
            await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == conference.Id).ToListAsync(cancellation), notes);
        var wanted = rows.Select(row => (Row: row, Type: places.TypeOf(row), Track: places.TrackOf(row), Placement: IsPlaced(row) ? places.PlacementOf(row) : null)).ToList();
        RefuseSameCodes(rows, notes);
        if (notes.RefusedCount > 0)
            return;

        var sessions = await EditedSessions.LoadAsync(db, rows.Where(r => r.Here is not null).Select(r => r.Here!.Id), cancellation);
        foreach (var (row, type, track, placement) in wanted)
            Take(row, SessionFactsOf.Of(row.Content.Said, type!, track), placement, row.Here is { } here ? sessions[new(here.Id)] : null);
    }

    private void Take(AskedRow<SessionRow> row, SessionFacts facts, Placement? placement, Session? session)
    {
        var said = row.Content.Said;
        if (session is null)
            db.Sessions.Add(session = new Session(conference.Conference, facts));
        else if (row.Taken.Except(SessionColumns.OfPlacement).Any())
            session.Revise(facts);
        if (conference.ShowsNotes)
        {
            session.Note(said.Notes);
            session.Join(said.JoinUrl, clock.Now());
        }

        if (IsPlaced(row))
            session.Move(placement);
    }

    private static bool IsPlaced(AskedRow<SessionRow> row) => row.Taken.Overlaps(SessionColumns.OfPlacement);

    private void RefuseSameCodes(IReadOnlyList<AskedRow<SessionRow>> rows, TableNotes notes)
    {
        var asked = rows.Where(r => r.Here is not null).Select(r => r.Here!.Id).ToHashSet();
        var taken = Here.Where(row => !asked.Contains(row.Id)).Select(row => row.Content.Said.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !taken.Add(row.Content.Said.Code)))
            notes.Refuse(row.Number, "code", row.Content.Said.Code, SessionRefusals.CodeTaken(row.Content.Said.Code).Reason);
    }
}

/// <summary>The sessions that rows of tables change.</summary>
internal static class EditedSessions
{
    /// <summary>By ids only: which sessions are of the conference is known.</summary>
    public static Task<Dictionary<SessionId, Session>> LoadAsync(AgendaDbContext db, IEnumerable<Guid> sessions, CancellationToken cancellation)
    {
        var ids = sessions.Select(id => new SessionId(id)).ToList();
        return db.Sessions.Where(s => EF.Parameter(ids).Contains(s.Id)).Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery()
            .ToDictionaryAsync(s => s.Id, cancellation);
    }
}
