using System.Text.RegularExpressions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>A name as ConfTool writes it, "Last, First", and as it is written here.</summary>
internal readonly record struct ConfToolName(Said Name, Said Given, Said Family);

/// <summary>Reads names, and strings of several people, of ConfTool's exports.</summary>
internal static partial class ConfToolNames
{
    /// <summary>"Hargreaves, Andy" or "Andy Hargreaves"; blank for placeholders such as ". .".</summary>
    public static ConfToolName Of(Said said)
    {
        if (said.Text is null || !said.Text.Any(char.IsLetterOrDigit))
            return default;

        var text = CleanText.OneLine(said.Text!);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return new(said with { Text = text }, default, default);

        var (family, given) = (text[..comma].Trim(), text[(comma + 1)..].Trim());
        return given.Length == 0
            ? new(said with { Text = family }, default, default)
            : new(said with { Text = $"{given} {family}" }, said with { Text = given }, said with { Text = family });
    }

    /// <summary>Two people in one field, "A. Smith and B. Jones", as two; one where it cannot be two.</summary>
    public static IReadOnlyList<string> Both(string text)
    {
        var parts = And().Split(text);
        return parts.Length > 1 && Array.TrueForAll(parts, p => Words(p) >= 2) ? [.. parts.Select(p => p.Trim())] : [text];
    }

    private static int Words(string name) => name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\s+(?:and|und|et|y|&)\s+|\s*;\s*|\s+/\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();
}
