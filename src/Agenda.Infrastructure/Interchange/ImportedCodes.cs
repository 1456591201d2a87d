using System.Text.RegularExpressions;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Makes codes of what a file calls sessions and types.</summary>
internal static partial class ImportedCodes
{
    /// <summary>Letters, digits and . _ + - only: "Long talk (45 minutes)" becomes "Long-talk-45-minutes".</summary>
    public static string Of(string wish, string otherwise)
    {
        var code = CleanText.Cut(Others().Replace(CleanText.WithoutControls(wish), "-").TrimStart('-', '.', '_', '+'), Limits.Code).TrimEnd('-');
        return code.Length == 0 || !char.IsLetterOrDigit(code, 0) ? otherwise : code;
    }

    /// <summary>The code, with a number behind it when it is taken.</summary>
    public static string Free(string code, HashSet<string> taken)
    {
        var free = code;
        for (var n = 2; !taken.Add(free); n++)
        {
            var number = $"-{n}";
            free = CleanText.Cut(code, Limits.Code - number.Length) + number;
        }

        return free;
    }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}._+-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}
