using System.Buffers;

namespace Agenda.Api.Http;

/// <summary>
/// Text that no spreadsheet takes for a formula: an apostrophe stands before what could be one. Nothing is lost by it, for a text that has apostrophes
/// of its own there gets one more.
/// </summary>
internal static class FormulaText
{
    // The leading characters that OWASP names for CSV injection, their full-width forms among them.
    private static readonly SearchValues<char> Leading = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string? Guard(string? text) => CouldBeFormula(text) ? $"'{text}" : text;

    /// <summary>Undoes <see cref="Guard"/>.</summary>
    public static string Bare(string text) => text.StartsWith('\'') && CouldBeFormula(text) ? text[1..] : text;

    private static bool CouldBeFormula(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept('\'');
        return first >= 0 && Leading.Contains(text[first]);
    }
}
