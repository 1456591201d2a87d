namespace Agenda.Infrastructure.Interchange;

/// <summary>What an import makes or changes, in one row of the file.</summary>
/// <param name="Where">The row: its line and, in JSON, the path.</param>
/// <param name="Kind">What it is about: <c>session</c>, <c>contribution</c>, <c>person</c> or <c>room</c>.</param>
/// <param name="Name">The code of a session or contribution, the name of everything else.</param>
/// <param name="Act">What becomes of it.</param>
/// <param name="Fields">The fields that differ; empty for what is new.</param>
public sealed record ImportChange(string Where, string Kind, string Name, ImportAct Act, IReadOnlyList<ImportedField> Fields);

/// <summary>What becomes of a row of a file.</summary>
public enum ImportAct
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was there, and at least one field is taken from the file.</summary>
    Updated,

    /// <summary>It was there and stays as it is, although the file says something else.</summary>
    Kept,
}

/// <summary>A field in which a file and the programme differ.</summary>
/// <param name="Field">Its name, as the interface calls it.</param>
/// <param name="Here">What stands in the programme, shortened.</param>
/// <param name="File">What the file says, shortened.</param>
/// <param name="Taken">Which of the two it is afterwards.</param>
/// <param name="Edited">Whether it was edited here since the last import or export, so that both sides changed.</param>
public sealed record ImportedField(string Field, string? Here, string? File, ImportSide Taken, bool Edited);

/// <summary>One of two that differ.</summary>
public enum ImportSide
{
    /// <summary>The programme as it is.</summary>
    Here,

    /// <summary>The file.</summary>
    File,
}
