using System.Text.RegularExpressions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>What kind of session a row of ConfTool's is: it says it nowhere but in the letters with which codes begin, and in the titles of breaks.</summary>
internal static partial class ConfToolTypes
{
    public const string Break = "Break";

    public static Said Of(ConfToolRow row)
    {
        var title = row["session_title"];
        if (!title.IsBlank && Pause().IsMatch(title.Text!) && row["chair1", "chair1_name", "p1_paperID", "p1_title"].IsBlank)
            return title with { Text = Break };

        var code = row["session_short"];
        var letters = code.IsBlank ? null : Letters().Match(code.Text!.Trim());
        return letters is { Success: true } ? code with { Text = letters.Groups[1].Value } : default;
    }

    [GeneratedRegex(@"^([A-Z]{2,8})(?=[-_. ]?(?:\d|[A-Z]?$|[A-Z]\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b(coffee|tea|lunch|break|pause|kaffeepause|mittagspause|déjeuner|almuerzo|pranzo)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pause();
}
