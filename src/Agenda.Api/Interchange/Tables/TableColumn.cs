namespace Agenda.Api.Interchange.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">As the interface calls it, in every language of the reader.</param>
/// <param name="Show">What stands in it; null for nothing.</param>
/// <param name="Read">The row with what a cell says, or as it was where the cell is refused.</param>
internal sealed record TableColumn<T>(string Name, Func<T, string?> Show, Func<T, SaidCell, T> Read);

/// <summary>A cell that says something else than what is here.</summary>
/// <param name="Line">The row, as the spreadsheet numbers it.</param>
/// <param name="Field">The name of the column.</param>
/// <param name="Text">What stands in it; null for an empty cell.</param>
/// <param name="Notes">Where to tell what is the matter with it; null where it does not matter.</param>
internal sealed record SaidCell(int Line, string Field, string? Text, TableNotes? Notes)
{
    /// <summary>Whether the cell was found wrong.</summary>
    public bool IsRefused { get; private set; }

    public void Refuse(string why)
    {
        IsRefused = true;
        Notes?.Refuse(Line, Field, Text, why);
    }

    public void Mend(string why) => Notes?.Mend(Line, Field, Text, why);
}
