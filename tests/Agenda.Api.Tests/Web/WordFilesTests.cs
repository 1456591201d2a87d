using System.Text.RegularExpressions;
using System.Xml.Linq;
using Agenda.Api.Tests.House;
using Agenda.Api.Web.Reading;

namespace Agenda.Api.Tests.Web;

/// <summary>The words of the pages: every language has them all, none says less than another, and none is left over.</summary>
public sealed partial class WordFilesTests
{
    private const string Folder = "src/Agenda.Api/Web/Words";

    /// <summary>What is written alike in two languages.</summary>
    private static readonly string[] Alike =
    [
        "AccountWords.Code", "AccountWords.Name", "OrganiseWords.KindPerson", "OrganiseWords.Links", "OrganiseWords.Name", "OrganiseWords.Parallel", "OrganiseWords.Status",
        "ScriptWords.InTime", "Words.InRoom", "Words.Links", "Words.Online", "Words.OnlineInLine", "Words.Person",
    ];

    private static readonly string[] All = [.. Checkout.FilesBelow(Folder, "*.resx").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Those of other languages: "Words.de".</summary>
    public static TheoryData<string> Translations => [.. All.Where(name => name.Contains('.', StringComparison.Ordinal))];

    [Fact]
    public void Every_file_is_there_in_every_language_that_readers_can_choose()
    {
        var languages = Locale.All.Select(l => l.Language).Distinct().Where(l => l != Locale.English.Language).ToList();
        languages.ShouldNotBeEmpty();
        All.Select(BaseOf).Distinct().SelectMany(name => languages.Select(language => $"{name}.{language}").Prepend(name)).ShouldBe(All, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Translations))]
    public void Every_language_has_the_same_words(string name) => WordsOf(name).Keys.ShouldBe(WordsOf(BaseOf(name)).Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(Translations))]
    public void Words_have_the_same_places_and_forms_in_every_language(string name)
    {
        var english = WordsOf(BaseOf(name));
        WordsOf(name).Where(word => Shape(word.Value) != Shape(english[word.Key])).Select(word => $"{word.Key}: {english[word.Key]} / {word.Value}").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Translations))]
    public void No_word_was_left_in_English(string name)
    {
        var english = WordsOf(BaseOf(name));
        WordsOf(name).Where(word => word.Value == english[word.Key] && HasLetters(word.Value)).Select(word => $"{BaseOf(name)}.{word.Key}").Except(Alike).ShouldBeEmpty();
    }

    [Fact]
    public void No_word_is_empty() =>
        All.SelectMany(name => WordsOf(name).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => $"{name}: {word.Key}")).ShouldBeEmpty();

    [Fact]
    public void Every_word_is_used()
    {
        var used = Checkout.FilesBelow("src/Agenda.Api", "*").Where(path => Path.GetExtension(path) is ".cs" or ".razor" or ".js")
            .SelectMany(path => Used().Matches(Checkout.Read(path)).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        // Scripts have theirs in an object called words.
        All.Where(name => name == BaseOf(name)).SelectMany(name => WordsOf(name).Keys.Select(key => (Name: $"{name}.{key}", InScript: name.EndsWith("ScriptWords", StringComparison.Ordinal) ? $"words.{key}" : "")))
            .Where(word => !used.Contains(word.Name) && !used.Contains(word.InScript)).Select(word => word.Name).ShouldBeEmpty();
    }

    private static string BaseOf(string name) => name.Split('.')[0];

    private static Dictionary<string, string> WordsOf(string name) =>
        XDocument.Parse(Checkout.Read($"{Folder}/{name}.resx")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Shape(string words) => $"{string.Join(' ', Place().Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal))} in {words.Split('|').Length} forms";

    private static bool HasLetters(string words) => Place().Replace(words, "").Any(char.IsLetter);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b\w*[Ww]ords\.[A-Z]\w*")]
    private static partial Regex Used();
}
