using System.Globalization;
using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>What becomes of the talks and papers of a session when a newer file comes: each is compared field by field, as the session is.</summary>
internal sealed class ContributionMerge(ThreeWay way, ImportedReferences references)
{
    // Remembered of each, so that one that is gone here is told from one that is new in the file.
    private const string There = "there";

    /// <summary>One that is on both sides.</summary>
    public ContributionFacts Both(ContributionFacts here, ContributionFacts file)
    {
        way.Remember(Field(here), There);
        return file with
        {
            Id = here.Id,
            Title = way.Choose(Field(here, "title"), here.Title, file.Title),
            Abstract = way.Choose(Field(here, "abstract"), here.Abstract, file.Abstract, t => t ?? "", t => t),
            Minutes = way.Choose(Field(here, "minutes"), here.Minutes, file.Minutes, MinutesText, MinutesText),
            Authors = way.Choose(Field(here, "authors"), here.Authors, file.Authors, AuthorsText, Names),
        };
    }

    /// <summary>Whether one comes in that only the file has: it is new, unless it was taken out here.</summary>
    public bool Takes(ContributionFacts file)
    {
        var isGoneHere = way.Knows(Field(file));
        way.Tell(Field(file), null, file.Title, isGoneHere ? ImportSide.Here : ImportSide.File, isGoneHere);
        if (isGoneHere)
            return false;

        way.Remember(Field(file), There);
        foreach (var (field, text) in Fields(file))
            way.Remember(field, text);
        return true;
    }

    /// <summary>Whether one goes that only stands here: the last file had it, and nobody touched it since.</summary>
    public bool Drops(ContributionFacts here)
    {
        if (here.Code is null || !way.Knows(Field(here)))
            return false;

        var edited = Fields(here).Any(f => way.IsEdited(f.Field, f.Text));
        way.Tell(Field(here), here.Title, null, edited ? ImportSide.Here : ImportSide.File, edited);
        if (edited)
            return false;

        way.Forget(Field(here));
        foreach (var (field, _) in Fields(here))
            way.Forget(field);
        return true;
    }

    private static IEnumerable<(string Field, string Text)> Fields(ContributionFacts c) =>
        [(Field(c, "title"), c.Title), (Field(c, "abstract"), c.Abstract ?? ""), (Field(c, "minutes"), MinutesText(c.Minutes)), (Field(c, "authors"), AuthorsText(c.Authors))];

    private static string Field(ContributionFacts contribution) => $"contributions/{contribution.Code}";

    private static string Field(ContributionFacts contribution, string part) => $"contributions/{contribution.Code}/{part}";

    private static string MinutesText(int? minutes) => minutes?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string AuthorsText(IReadOnlyList<AuthorFacts> authors) => string.Join(' ', authors.Select(a => $"{a.Person.Value}{(a.Presenting ? "*" : "")}"));

    private string Names(IReadOnlyList<AuthorFacts> authors) => string.Join("; ", authors.Select(a => references.People.NameOf(a.Person) + (a.Presenting ? "*" : "")));
}
