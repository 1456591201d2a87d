namespace Agenda.Api.Interchange.Tables;

/// <summary>A row as it is here.</summary>
internal sealed record TableRow<T>(Guid Id, int Version, T Content);

/// <summary>A row that is to become something else.</summary>
/// <param name="Here">What is there; null for a new row.</param>
/// <param name="Content">What it is to become.</param>
/// <param name="Taken">The columns that are taken from the file.</param>
internal sealed record AskedRow<T>(TableLine Line, TableRow<T>? Here, T Content, IReadOnlySet<string> Taken)
{
    public int Number => Line.Number;
}
