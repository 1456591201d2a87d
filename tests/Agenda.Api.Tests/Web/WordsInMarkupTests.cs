using System.Text;
using System.Text.RegularExpressions;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Web;

/// <summary>No page says anything in a language of its own: whatever has letters comes from the files of words.</summary>
public sealed partial class WordsInMarkupTests
{
    /// <summary>Pages whose words still stand in them. It only ever becomes shorter.</summary>
    private static readonly string[] NotYet =
    [
        "AgendaPage.razor", "AroundSessionParts.razor", "CancelledFlag.razor", "ChangesPage.razor", "ContributionList.razor", "DoorPage.razor", "FilterBar.razor",
        "Grid/AgendaGrid.razor", "Grid/ViewSwitch.razor", "Mine/MinePage.razor", "MissingPage.razor", "NothingFound.razor", "NowAndNext.razor",
        "PeoplePage.razor", "PersonPage.razor", "ReleaseChangesList.razor", "RoomPage.razor", "RoomsPage.razor", "SessionPage.razor", "SessionRow.razor",
        "SessionsByDay.razor", "StartPage.razor", "SubscribeTo.razor", "UnknownFilterPage.razor", "WhenWhereWho.razor",
    ];

    /// <summary>The name of the service, and an example that is read alike everywhere.</summary>
    private static readonly string[] NoLanguage = ["Agenda", "· Agenda", "2:00 pm"];

    [Fact]
    public void Pages_have_no_words_of_their_own() =>
        Checkout.FilesBelow("src/Agenda.Api/Web", "*.razor").Where(path => !NotYet.Contains(path["src/Agenda.Api/Web/".Length..]))
            .SelectMany(path => Found(Checkout.Read(path)).Select(words => $"{path}: {words}")).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Some words</p>", "Some words")]
    [InlineData("<p>@Words.A<b>and</b> @one.Two(x => x.Y).Three</p>", "and")]
    [InlineData("<p>@(x > 1 ? \"many\" : null)</p>", "many")]
    [InlineData("@if (x.A > 1)\n{\n    <a title=\"More\" class=\"btn go\">→ 1</a>\n}\nelse\n{\n    @Words.B\n}", "More")]
    [InlineData("<TextField Label=\"@Words.C\" Hint=\"@($\"Of {a}\")\" Name=\"name\" />", "Of")]
    [InlineData("@* A note. *@\n@inherits Page\n<i>&nbsp;@x</i>\n@code {\n    private string s = \"Not a word\";\n}", "")]
    public void Finds_words_wherever_they_stand(string markup, string words) => string.Join('|', Found(markup)).ShouldBe(words);

    private static IEnumerable<string> Found(string source)
    {
        var said = Said(Before(Comment().Replace(source, ""), "@code"));
        var inAttributes = Attribute().Matches(said).Select(match => match.Groups[2].Value);
        var between = Tag().Replace(said, "\n").Split('\n').Select(line => Code().Replace(line.Trim(), ""));
        return inAttributes.Concat(between).Select(words => Entity().Replace(words, "").Trim()).Where(words => TwoLetters().IsMatch(words) && !NoLanguage.Contains(words));
    }

    // The markup without its expressions; of those in brackets their literals stay, without what is filled into them.
    private static string Said(string markup)
    {
        var said = new StringBuilder(markup.Length);
        for (var i = 0; i < markup.Length;)
        {
            if (Condition().Match(markup, i) is { Success: true } condition && condition.Index == i)
                i = AfterBrackets(markup, i + condition.Length);
            else if (markup[i] == '@' && i + 1 < markup.Length && markup[i + 1] == '(')
            {
                var end = AfterBrackets(markup, i + 1);
                said.AppendJoin(' ', Literal().Matches(markup[i..end]).Select(literal => Hole().Replace(literal.Groups[1].Value, "")));
                i = end;
            }
            else if (Expression().Match(markup, i) is { Success: true } expression && expression.Index == i)
                i = AfterExpression(markup, i + expression.Length);
            else
                said.Append(markup[i++]);
        }

        return said.ToString();
    }

    private static int AfterExpression(string markup, int end)
    {
        while (end < markup.Length)
        {
            if (markup[end] is '(' or '[')
                end = AfterBrackets(markup, end);
            else if (Member().Match(markup, end) is { Success: true } member && member.Index == end)
                end += member.Length;
            else
                break;
        }

        return end;
    }

    private static int AfterBrackets(string markup, int begin)
    {
        var (depth, isText) = (0, false);
        for (var i = begin; i < markup.Length; i++)
        {
            isText ^= markup[i] == '"';
            depth += isText ? 0 : markup[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0)
                return i + 1;
        }

        return markup.Length;
    }

    private static string Before(string source, string mark) => source.Split($"\n{mark}")[0];

    [GeneratedRegex(@"@\*[\s\S]*?\*@|^@(using|inherits|inject|implements|page)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G(?:@|(?<=^[ \t}]*(?:else )?))(?:if|foreach|for|while|switch) *(?=\()", RegexOptions.Multiline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\G@[A-Za-z_]\w*")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\G[?!]?\.[A-Za-z_]\w*")]
    private static partial Regex Member();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\b(aria-label|title|placeholder|alt|Title|Label|Hint|Go|Fold|Of)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<[A-Za-z/!][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(else|break;|default:|case .*:|var .*;|continue;|[\w.]+ = .*;)$")]
    private static partial Regex Code();

    [GeneratedRegex(@"&\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex TwoLetters();
}
