using Agenda.Domain.Text;

namespace Agenda.Domain.People;

/// <summary>What becomes of two people who are one: what the one who stays lacks is taken from the other, unless said otherwise.</summary>
public sealed record PersonMerge(Person Kept, Person Other)
{
    /// <summary>Taken from the other even where the one who stays has their own.</summary>
    public IReadOnlyCollection<PersonField> Preferred { get; init; } = [];

    /// <summary>Not taken from the other, also where the one who stays lacks it.</summary>
    public IReadOnlyCollection<PersonField> Left { get; init; } = [];

    /// <summary>Why the two cannot be one; null when they can.</summary>
    public Refusal? WhyNot()
    {
        if (Kept.Id == Other.Id)
            return PeopleRefusals.SamePerson();
        if (Kept.IsErased || Other.IsErased)
            return PeopleRefusals.Erased();
        if (Links().Count > Limits.Links)
            return PeopleRefusals.TooManyTogether("links", Limits.Links);
        return Absences().Count > Limits.Absences ? PeopleRefusals.TooManyTogether("absences", Limits.Absences) : null;
    }

    /// <summary>What is said of the one who stays afterwards.</summary>
    public PersonFacts Facts()
    {
        var named = Preferred.Contains(PersonField.Name) ? Other : Kept;
        return new(named.GivenName, named.FamilyName)
        {
            Affiliation = Of(PersonField.Affiliation, Kept.Affiliation, Other.Affiliation),
            Country = Of(PersonField.Country, Kept.Country, Other.Country),
            Pronunciation = Of(PersonField.Pronunciation, Kept.Pronunciation, Other.Pronunciation),
            Biography = Of(PersonField.Biography, Kept.Biography, Other.Biography),
            Email = Of(PersonField.Email, Kept.Email, Other.Email),
            Links = Links(),
            Absences = Absences(),
        };
    }

    private string? Of(PersonField field, string? kept, string? other) =>
        Left.Contains(field) ? kept
        : Preferred.Contains(field) ? Said(other) ?? kept
        : Said(kept) ?? other;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // Lists are joined: what both have stays once. A link belongs to one person, so those of the other are made anew.
    private List<Link> Links() => [.. Left.Contains(PersonField.Links) ? Kept.Links : Kept.Links.Concat(Other.Links.Select(l => l with { })).DistinctBy(l => l.Url)];

    private List<Absence> Absences() => [.. Left.Contains(PersonField.Absences) ? Kept.Absences : Kept.Absences.Concat(Other.Absences).Distinct()];
}

/// <summary>What is said of a person.</summary>
public enum PersonField
{
    /// <summary>Given and family name.</summary>
    Name,
    Affiliation,
    Country,
    Pronunciation,
    Biography,
    Email,
    Links,
    Absences,
}
