using Agenda.Api.Http;
using Agenda.Api.People;
using Agenda.Domain;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The people, by family name.</summary>
internal sealed class PeopleTable(EditedConference conference, AgendaDbContext db) : EditedRows<PersonRequest>
{
    private HashSet<Guid> erased = [];
    private ILookup<string, TableRow<PersonRequest>>? byName;

    protected override IReadOnlyList<TableColumn<PersonRequest>> Columns { get; } =
    [
        new("givenName", p => p.GivenName, (p, cell) => p with { GivenName = cell.Text?.Trim() ?? "" }),
        new("familyName", p => p.FamilyName, (p, cell) => p with { FamilyName = cell.Text?.Trim() ?? "" }),
        new("affiliation", p => p.Affiliation, (p, cell) => p with { Affiliation = cell.Text }),
        new("country", p => p.Country, (p, cell) => p with { Country = cell.Text }),
        new("pronunciation", p => p.Pronunciation, (p, cell) => p with { Pronunciation = cell.Text }),
        new("biography", p => p.Biography, (p, cell) => p with { Biography = CellValues.Text(cell) }),
        new("links", p => LinkCells.Of(p.Links), (p, cell) => p with { Links = LinkCells.Read(cell) ?? p.Links }),
        .. conference.ShowsPrivate ? (TableColumn<PersonRequest>[])
        [
            new("email", p => p.Email, (p, cell) => p with { Email = cell.Text?.Trim() }),
            new("absences", p => CellValues.Of([.. p.Absences.Select(a => $"{CellValues.Of(a.From)}/{CellValues.Of(a.Until)}")]), (p, cell) => p with { Absences = AbsencesIn(cell) ?? p.Absences }),
        ] : [],
    ];

    protected override string Kind => "person";

    protected override PersonRequest Blank { get; } = new()
    {
        GivenName = "",
        FamilyName = "",
    };

    protected override PersonRequest ExampleRow => new()
    {
        GivenName = "Erika",
        FamilyName = "Example",
        Affiliation = "University of Example",
        Country = "Ireland",
        Biography = "Who they are, in *Markdown*.",
        Email = "erika@example.org",
        Links = [new LinkEntry
        {
            Title = "Home page",
            Url = "https://example.org/",
        }],
    };

    protected override string NameOf(PersonRequest row) => Person.NameOf(row.GivenName, row.FamilyName);

    protected override object ToCheck(PersonRequest row) => row;

    protected override async Task<List<TableRow<PersonRequest>>> ReadAsync(CancellationToken cancellation)
    {
        var people = await conference.SeenPeople.OrderBy(p => p.SortKey).ToListAsync(cancellation);
        erased = [.. people.Where(p => p.IsErased).Select(p => p.Id.Value)];
        List<TableRow<PersonRequest>> rows = [.. people.Select(p => PersonResponse.Of(p, conference.ShowsPrivate)).Select(p => new TableRow<PersonRequest>(p.Id, p.Version, RowOf(p)))];
        byName = rows.Where(row => !erased.Contains(row.Id)).ToLookup(row => NameOf(row.Content), StringComparer.Ordinal);
        return rows;
    }

    protected override IReadOnlyList<TableRow<PersonRequest>> ByKey(Func<string, string?> cell) =>
        [.. byName![Person.NameOf(cell("givenName")?.Trim() ?? "", cell("familyName")?.Trim() ?? "")]];

    protected override async Task TakeAsync(IReadOnlyList<AskedRow<PersonRequest>> rows, TableNotes notes, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(row => row.Here is { } here && erased.Contains(here.Id)))
            notes.Refuse(row.Number, IdColumn, $"{row.Here!.Id}", PeopleRefusals.Erased().Reason);
        foreach (var same in rows.Where(row => row.Here is null).GroupBy(row => NameOf(row.Content)).SelectMany(same => same.Skip(1)))
            notes.Refuse(same.Number, "familyName", NameOf(same.Content), "The file adds somebody of this name already.");
        if (notes.RefusedCount > 0)
            return;

        var ids = rows.Where(row => row.Here is not null).Select(row => new PersonId(row.Here!.Id)).ToList();
        var people = await db.People.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        foreach (var row in rows)
        {
            if (row.Here is { } here)
                people[new(here.Id)].Revise(row.Content.Facts);
            else
                db.People.Add(new Person(conference.Conference, row.Content.Facts));
        }
    }

    private static PersonRequest RowOf(PersonResponse p) => new()
    {
        GivenName = p.GivenName,
        FamilyName = p.FamilyName,
        Affiliation = p.Affiliation,
        Country = p.Country,
        Pronunciation = p.Pronunciation,
        Biography = p.Biography,
        Email = p.Email,
        Links = p.Links,
        Absences = p.Absences,
    };

    private static List<AbsenceEntry>? AbsencesIn(SaidCell cell)
    {
        var absences = new List<AbsenceEntry>();
        foreach (var part in CellValues.Parts(cell.Text))
        {
            if (part.Split('/') is not [var from, var until] || CellValues.MomentOf(from) is not { } begins || CellValues.MomentOf(until) is not { } ends)
            {
                cell.Refuse("Absences stand as 2024-01-08T09:00/2024-01-08T18:00, with semicolons between.");
                return null;
            }

            absences.Add(new AbsenceEntry
            {
                From = begins,
                Until = ends,
            });
        }

        return absences;
    }
}
