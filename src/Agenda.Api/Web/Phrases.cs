using System.Globalization;
using System.Text.RegularExpressions;

namespace Agenda.Api.Web;

/// <summary>Fills what stands open in words: <c>{0}</c> with what is said of, and "one|many" by number.</summary>
internal static partial class Phrases
{
    public static string Fill(string words, params ReadOnlySpan<object?> with) => string.Format(CultureInfo.InvariantCulture, words, with);

    /// <summary>"{0} session|{0} sessions" for a number.</summary>
    public static string Count(string forms, long number) => Fill(Form(forms, number), number);

    /// <summary>The one of "one|many" that a number takes.</summary>
    public static string Form(string forms, long number) => forms.Split('|') is [var one, var many] ? number == 1 ? one : many : forms;

    /// <summary>The words between what stands open, and the numbers of that: "Release {0}." is "Release ", 0, ".".</summary>
    internal static IEnumerable<(string Words, int? Place)> Parts(string words) =>
        Open().Split(words).Select((part, i) => i % 2 == 0 ? (part, (int?)null) : ("", int.Parse(part, CultureInfo.InvariantCulture))).Where(p => p.Item1.Length > 0 || p.Item2 is not null);

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Open();
}
