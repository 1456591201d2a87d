using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Interchange.Tables;

/// <summary>A contribution as a row.</summary>
/// <param name="Session">The code of its session.</param>
/// <param name="Order">Its place in the session, from 1; null for the end.</param>
internal sealed record ContributionRow(string Session, int? Order, ContributionEntry Said);

/// <summary>The contributions, by session and in the order of each. Their version is that of their session.</summary>
internal sealed class ContributionTable(EditedConference conference, AgendaDbContext db) : EditedRows<ContributionRow>
{
    private IReadOnlyList<TableColumn<ContributionRow>>? columns;
    private PeopleCells people = new([]);
    private Dictionary<string, SessionResponse> sessions = [];
    private ILookup<(string, string?), TableRow<ContributionRow>>? byCode;

    protected override IReadOnlyList<TableColumn<ContributionRow>> Columns => columns ??=
    [
        new("session", c => c.Session, (c, cell) => c with { Session = cell.Text?.Trim() ?? "" }),
        Said("code", c => c.Code, (c, cell) => c with { Code = cell.Text?.Trim() }),
        new("order", c => CellValues.Of(c.Order), (c, cell) => c with { Order = CellValues.Number(cell) }),
        Said("title", c => c.Title, (c, cell) => c with { Title = cell.Text ?? "" }),
        Said("abstract", c => c.Abstract, (c, cell) => c with { Abstract = CellValues.Text(cell) }),
        Said("minutes", c => CellValues.Of(c.Minutes), (c, cell) => c with { Minutes = CellValues.Number(cell) }),
        Said("authors", c => people.Of(c.Authors.Select(a => (a.Person, a.Presenting))), (c, cell) => c with { Authors = AuthorsIn(cell) ?? c.Authors }),
    ];

    protected override string Kind => "contribution";

    protected override ContributionRow Blank { get; } = new("", null, new ContributionEntry { Title = "" });

    protected override ContributionRow ExampleRow => new(sessions.Count > 0 ? sessions.Keys.Order(StringComparer.Ordinal).First() : "EXAMPLE-1", 1, new ContributionEntry
    {
        Code = "EXAMPLE-1-1",
        Title = "A talk to begin with",
        Abstract = "What it is about, in *Markdown*.",
        Minutes = 20,
    });

    protected override string NameOf(ContributionRow row) => row.Said.Code ?? row.Said.Title;

    protected override object ToCheck(ContributionRow row) => row.Said;

    protected override async Task<List<TableRow<ContributionRow>>> ReadAsync(CancellationToken cancellation)
    {
        var all = await SessionResponse.ListAsync(db, conference, conference.SeenSessions, cancellation);
        (people, columns, sessions) = (await NamedPeople.ReadAsync(conference, cancellation), null, all.ToDictionary(s => s.Code, StringComparer.Ordinal));
        List<TableRow<ContributionRow>> rows = [.. all.OrderBy(s => s.Code, StringComparer.Ordinal)
            .SelectMany(s => s.Contributions.Select((c, place) => new TableRow<ContributionRow>(c.Id!.Value, s.Version, new ContributionRow(s.Code, place + 1, c))))];
        byCode = rows.ToLookup(row => (row.Content.Session, row.Content.Said.Code));
        return rows;
    }

    protected override IReadOnlyList<TableRow<ContributionRow>> ByKey(Func<string, string?> cell) =>
        cell("code")?.Trim() is { } code ? [.. byCode![(cell("session")?.Trim() ?? "", code)]] : [];

    protected override async Task TakeAsync(IReadOnlyList<AskedRow<ContributionRow>> rows, TableNotes notes, CancellationToken cancellation)
    {
        var asked = rows.Where(row => IsWhere(row, notes)).GroupBy(row => sessions[row.Content.Session]).Select(rows => (Session: rows.Key, Wanted: InOrder(rows.Key, [.. rows], notes))).ToList();
        if (notes.RefusedCount > 0)
            return;

        var types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToDictionaryAsync(t => t.Code, cancellation);
        var tracks = await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToDictionaryAsync(t => t.Slug, cancellation);
        var loaded = await EditedSessions.LoadAsync(db, asked.Select(a => a.Session.Id), cancellation);
        foreach (var (session, wanted) in asked)
        {
            var said = SessionRow.Of(session, conference.Zone).Said with { Contributions = wanted };
            loaded[new(session.Id)].Revise(SessionFactsOf.Of(said, types[session.Type], session.Track is { } track ? tracks[track] : null));
        }
    }

    private static TableColumn<ContributionRow> Said(string name, Func<ContributionEntry, string?> show, Func<ContributionEntry, SaidCell, ContributionEntry> read) =>
        new(name, row => show(row.Said), (row, cell) => row with { Said = read(row.Said, cell) });

    private IReadOnlyList<AuthorEntry>? AuthorsIn(SaidCell cell) => people.Read(cell) is not { } found ? null : [.. found.Select(p => new AuthorEntry
    {
        Person = p.Person,
        Presenting = p.Star,
    })];

    private bool IsWhere(AskedRow<ContributionRow> row, TableNotes notes)
    {
        var code = row.Content.Session;
        if (!sessions.ContainsKey(code))
            notes.Refuse(row.Number, "session", code, $"The conference has no session \"{code}\".");
        else if (row.Here is { } here && here.Content.Session != code)
            notes.Refuse(row.Number, "session", code, $"It belongs to {here.Content.Session}, and a contribution stays in its session. Leave the id empty to add it here as well.");
        else
            return true;
        return false;
    }

    // A row stands where it says, before those that were there; those that the file does not name keep their order.
    private static List<ContributionEntry> InOrder(SessionResponse session, List<AskedRow<ContributionRow>> rows, TableNotes notes)
    {
        var asked = rows.Where(row => row.Here is not null).ToDictionary(row => row.Here!.Id);
        var all = session.Contributions.Select((c, place) => asked.TryGetValue(c.Id!.Value, out var row)
                ? (Order: row.Content.Order ?? int.MaxValue, Moved: row.Taken.Contains("order"), Before: place, row.Content.Said)
                : (Order: place + 1, Moved: false, Before: place, Said: c))
            .Concat(rows.Where(row => row.Here is null).Select(row => (Order: row.Content.Order ?? int.MaxValue, Moved: true, Before: int.MaxValue, row.Content.Said)))
            .OrderBy(c => c.Order).ThenBy(c => !c.Moved).ThenBy(c => c.Before).Select(c => c.Said).ToList();

        var codes = session.Contributions.Where(c => !asked.ContainsKey(c.Id!.Value)).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Content.Said.Code is { } code && !codes.Add(code)))
            notes.Refuse(row.Number, "code", row.Content.Said.Code, $"There is already a contribution \"{row.Content.Said.Code}\" in {session.Code}.");
        if (all.Count > Limits.ContributionsInSession)
            notes.Refuse(rows[^1].Number, "session", session.Code, $"A session has {Limits.ContributionsInSession} contributions at the most.");
        return all;
    }
}
