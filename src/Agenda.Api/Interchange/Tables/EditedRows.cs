using Agenda.Api.Http;
using Agenda.Infrastructure.Interchange;
using FluentValidation;

namespace Agenda.Api.Interchange.Tables;

/// <summary>A table of rows of one kind.</summary>
internal abstract class EditedRows<T> : EditedTable
    where T : class
{
    // What Excel cuts a cell to.
    private const int ExcelCell = 32_767;

    private List<TableRow<T>>? here;
    private Dictionary<Guid, TableRow<T>>? byId;

    public override IReadOnlyList<string> Names => [IdColumn, VersionColumn, .. Columns.Select(c => c.Name)];

    protected IReadOnlyList<TableRow<T>> Here => here ?? throw new InvalidOperationException("The table was not loaded.");

    protected abstract IReadOnlyList<TableColumn<T>> Columns { get; }

    /// <summary>"session", "contribution", "person" or "room".</summary>
    protected abstract string Kind { get; }

    protected abstract T Blank { get; }

    public override async Task LoadAsync(CancellationToken cancellation) => byId = (here = await ReadAsync(cancellation)).ToDictionary(row => row.Id);

    public override IEnumerable<IEnumerable<string?>> Lines() => Here.Select(row => (IEnumerable<string?>)[$"{row.Id}", CellValues.Of(row.Version), .. Columns.Select(c => c.Show(row.Content))]);

    public override IEnumerable<string?> Example() => [null, null, .. Columns.Select(c => c.Show(ExampleRow))];

    public override async Task TakeAsync(TableFile file, TableOrder order, CancellationToken cancellation)
    {
        Begin(file);
        var asked = new List<AskedRow<T>>();
        var taken = new Dictionary<Guid, int>();
        foreach (var line in file.Lines)
        {
            if (!Find(file, line, order.Notes, out var row))
                continue;
            if (row is not null && !taken.TryAdd(row.Id, line.Number))
                order.Notes.Refuse(line.Number, IdColumn, file.Cell(line, IdColumn) ?? NameOf(row.Content), $"This is the same {Kind} as in row {taken[row.Id]}.");
            else if (Ask(file, line, row, order) is { } wanted && Holds(wanted, order.Notes))
                asked.Add(wanted);
        }

        if (asked.Count > 0)
            await TakeAsync(asked, order.Notes, cancellation);
    }

    protected abstract Task<List<TableRow<T>>> ReadAsync(CancellationToken cancellation);

    protected abstract T ExampleRow { get; }

    /// <summary>What a row is called in the report.</summary>
    protected abstract string NameOf(T row);

    /// <summary>The row that is meant where a file says no id, by what is unique in the table; null for a new one.</summary>
    protected abstract IReadOnlyList<TableRow<T>> ByKey(Func<string, string?> cell);

    /// <summary>Whom the rules of the interface apply to.</summary>
    protected abstract object ToCheck(T row);

    protected virtual void Begin(TableFile file)
    {
    }

    /// <summary>Takes rows into the context, unless one of them is refused.</summary>
    protected abstract Task TakeAsync(IReadOnlyList<AskedRow<T>> rows, TableNotes notes, CancellationToken cancellation);

    // By the id, else by what is unique.
    private bool Find(TableFile file, TableLine line, TableNotes notes, out TableRow<T>? row)
    {
        row = null;
        if (file.Cell(line, IdColumn) is { } said)
        {
            if (Guid.TryParse(said.Trim(), out var id) && byId!.TryGetValue(id, out row))
                return true;
            notes.Refuse(line.Number, IdColumn, said, $"There is no {Kind} with this id in the conference; leave the id empty to add one.");
            return false;
        }

        var found = ByKey(name => file.Cell(line, name));
        if (found.Count > 1)
        {
            notes.Refuse(line.Number, IdColumn, NameOf(found[0].Content), $"{found.Count} are called so: say the id of the one that is meant.");
            return false;
        }

        row = found is [var only] ? only : null;
        return true;
    }

    private AskedRow<T>? Ask(TableFile file, TableLine line, TableRow<T>? row, TableOrder order)
    {
        var (notes, before) = (order.Notes, row?.Content ?? Blank);
        var seen = row is null || file.Cell(line, VersionColumn)?.Trim() == CellValues.Of(row.Version);
        var fromFile = seen || order.FileWins;
        var (content, fields, refused) = (before, new List<ImportedField>(), notes.RefusedCount);
        foreach (var column in Columns.Where(c => file.Has(c.Name)))
        {
            var (text, shown) = (file.Cell(line, column.Name), column.Show(before));
            if (IsSame(text, shown))
                continue;
            if (file.IsRestOf(text, shown))
            {
                notes.Mend(line.Number, column.Name, text, "Letters were lost when the file was saved in Windows-1252; what is here stays. Save as \"CSV UTF-8\".");
                continue;
            }

            var cell = new SaidCell(line.Number, column.Name, text, fromFile ? notes : null);
            if (text?.Length == ExcelCell && shown?.StartsWith(text, StringComparison.Ordinal) is true)
                cell.Refuse("It was cut by the spreadsheet. Leave this column out of the file.");
            var after = cell.IsRefused ? content : column.Read(content, cell);
            if (cell.IsRefused ? fromFile : IsSame(column.Show(after), shown))
                continue;

            fields.Add(new ImportedField(column.Name, TableNotes.Shown(shown), TableNotes.Shown(cell.IsRefused ? text : column.Show(after)), fromFile ? ImportSide.File : ImportSide.Here, !seen));
            content = fromFile ? after : content;
        }

        if (notes.RefusedCount > refused)
            return null;
        if (row is not null && !(fields.Count > 0 && fromFile))
        {
            if (fields.Count == 0)
                notes.Unchanged++;
            else
                notes.Change(line.Number, Kind, NameOf(before), ImportAct.Kept, fields);
            return null;
        }

        notes.Change(line.Number, Kind, NameOf(content), row is null ? ImportAct.Created : ImportAct.Updated, row is null ? [] : fields);
        return new AskedRow<T>(line, row, content, fields.Select(f => f.Field).ToHashSet(StringComparer.Ordinal));
    }

    private bool Holds(AskedRow<T> row, TableNotes notes)
    {
        var request = ToCheck(row.Content);
        var outcome = InputRules.Of(request.GetType())!.Validate(new ValidationContext<object>(request));
        foreach (var error in outcome.Errors)
        {
            var field = error.PropertyName.Split('.', '[')[0];
            notes.Refuse(row.Number, field, Columns.FirstOrDefault(c => c.Name == field)?.Show(row.Content), error.ErrorMessage);
        }

        return outcome.IsValid;
    }

    // Line ends are the spreadsheet's; nothing and an empty text look the same in it.
    private static bool IsSame(string? a, string? b) => CellValues.WithPlainLineEnds(a ?? "") == CellValues.WithPlainLineEnds(b ?? "");
}
