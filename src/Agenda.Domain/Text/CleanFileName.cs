using System.Globalization;
using System.Text;

namespace Agenda.Domain.Text;

/// <summary>What a file may be called: words that people recognise, every file system takes, and that do not look like others.</summary>
public static class CleanFileName
{
    // What Windows refuses; slashes are refused everywhere.
    private const string Refused = "\\/:*?\"<>|";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>The words without what no file may be called by; empty when nothing is left.</summary>
    public static string Of(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsInvisible(rune) || rune == Rune.ReplacementChar || IsNoCharacter(rune))
                continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Refused.Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal))
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            else
                clean.Append(rune.ToString());
        }

        // A name that begins with a dot is hidden, and one that ends with a dot is refused.
        return clean.ToString().Trim(' ', '.');
    }

    /// <summary>The name, or another where Windows has a device of that name.</summary>
    public static string NoDevice(string name) => (Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" : "") + name;

    // Code points that are set aside for programs, which no text has.
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    // Marks that turn the direction of writing can make a name look like another. Joiners are part of words and of emoji.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);
}
