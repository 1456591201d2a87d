using Agenda.Domain.Conferences;
using Agenda.Domain.Privacy;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.People;

/// <summary>Somebody in the programme: chair, discussant or author.</summary>
public sealed class Person
{
    private readonly List<Link> links = [];

    private Person()
    {
    }

    public Person(Conference conference, PersonFacts facts, string? externalId = null)
    {
        Id = PersonId.New();
        ConferenceId = conference.Id;
        ExternalId = externalId;
        Set(facts);
    }

    /// <summary>Brings somebody back who is gone, under their old id: somebody who was erased is only a placeholder.</summary>
    internal Person(PersonId id, Conference conference, PersonFacts facts, Instant? erasedAt)
    {
        Id = id;
        ConferenceId = conference.Id;
        ErasedAt = erasedAt;
        Set(facts);
    }

    public PersonId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    public string GivenName { get; private set; } = "";

    /// <summary>Empty where a person has one name only.</summary>
    public string FamilyName { get; private set; } = "";

    public string? Affiliation { get; private set; }

    public string? Country { get; private set; }

    /// <summary>How the name is spoken, such as "SHIV-awn"; for organisers and for those who chair their sessions.</summary>
    public string? Pronunciation { get; private set; }

    /// <summary>Markdown; public.</summary>
    public string? Biography { get; private set; }

    /// <summary>For organisers only: it never leaves the programme.</summary>
    public string? Email { get; private set; }

    public IReadOnlyList<Link> Links => links;

    /// <summary>When they cannot be there; for those who prepare the programme only.</summary>
    public IReadOnlyList<Absence> Absences { get; private set; } = [];

    /// <summary>What the file that the person was imported from calls them; null when entered here.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>What the last file said that it was imported from, as marks by which a newer file and edits made here are told apart; null when entered here.</summary>
    public string? ImportedAs { get; private set; }

    /// <summary>Orders people by family name, then given name, without case and diacritics; unique through the id at its end.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>When the person was erased; since then a placeholder stands where the name was. Null for everybody else.</summary>
    public Instant? ErasedAt { get; private set; }

    public bool IsErased => ErasedAt is not null;

    /// <summary>Rises with every edit; the entity tag of the person.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Given name, then family name.</summary>
    public string Name => NameOf(GivenName, FamilyName);

    public static string NameOf(string givenName, string familyName) =>
        givenName.Length == 0 ? familyName : familyName.Length == 0 ? givenName : $"{givenName} {familyName}";

    public static string SortKeyOf(PersonId id, string givenName, string familyName) => $"{FoldedText.Of(familyName)} {FoldedText.Of(givenName)} {id.Value:N}";

    /// <exception cref="InvalidOperationException">The person was erased.</exception>
    public void Revise(PersonFacts facts)
    {
        if (IsErased)
            throw new InvalidOperationException(PeopleRefusals.Erased().Reason);

        Set(facts);
        Version++;
    }

    /// <summary>Keeps marks of what a file said. No edit: nothing that anybody sees changes.</summary>
    public void RememberImport(string marks) => ImportedAs = marks;

    /// <summary>Takes over what is said of another who is the same, and what a file calls them unless one calls this one something already.</summary>
    public Refusal? Merge(PersonMerge merge)
    {
        if (merge.WhyNot() is { } refusal)
            return refusal;

        ExternalId ??= merge.Other.ExternalId;
        Revise(merge.Facts());
        return null;
    }

    /// <summary>Forgets who the person is. Their roles stay, under a placeholder, and imports recognise that it is them without knowing who.</summary>
    public Refusal? Erase(Instant now)
    {
        if (IsErased)
            return PeopleRefusals.Erased();

        ExternalId = ErasedKey.OfPerson(ConferenceId, ExternalId, Name);
        Set(new PersonFacts("", Withdrawn.Name));
        ImportedAs = null;
        ErasedAt = now;
        Version++;
        return null;
    }

    /// <summary>Takes somebody else, who is erased, out of what is said here; whether anything changed.</summary>
    public bool Reword(Erasure erasure)
    {
        var (biography, reworded) = (erasure.Text(Biography, own: false), erasure.Links(links).ToList());
        if (biography == Biography && reworded.SequenceEqual(links))
            return false;

        Biography = biography;
        links.Clear();
        links.AddRange(reworded);
        Version++;
        return true;
    }

    private void Set(PersonFacts facts)
    {
        GivenName = facts.GivenName;
        FamilyName = facts.FamilyName;
        Affiliation = facts.Affiliation;
        Country = facts.Country;
        Pronunciation = facts.Pronunciation;
        Biography = facts.Biography;
        Email = facts.Email;
        if (!Absences.SequenceEqual(facts.Absences))
            Absences = facts.Absences;
        links.Clear();
        links.AddRange(facts.Links);
        SortKey = SortKeyOf(Id, GivenName, FamilyName);
    }
}

/// <summary>What an organiser says of a person.</summary>
public sealed record PersonFacts(string GivenName, string FamilyName)
{
    public string? Affiliation { get; init; }

    public string? Country { get; init; }

    public string? Pronunciation { get; init; }

    public string? Biography { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];
}
