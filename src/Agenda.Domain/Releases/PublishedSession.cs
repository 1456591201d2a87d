using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>A session of a release with everything that it names looked up and its times worked out.</summary>
public sealed class PublishedSession
{
    internal PublishedSession(ReleasedSession released, References references, ConferenceZone zone)
    {
        Released = released;
        Type = references.Types[released.Type];
        Track = released.Track is { } track ? references.Tracks[track] : null;
        Room = released.Room is { } room ? references.Rooms[room] : null;
        Times = released is { LocalStart: { } start, Minutes: { } minutes } ? zone.Resolve(new TimeSlot(start, minutes, released.Offset)) : null;
        Chairs = [.. released.Chairs.Select(id => references.People[id])];
        Discussants = [.. released.Discussants.Select(id => references.People[id])];
        Contributions = WithStarts(released.Contributions, references);
        People = [.. Chairs.Concat(Discussants).Concat(Contributions.SelectMany(c => c.Authors).Select(a => a.Person)).Distinct()];
        SearchText = FoldedText.Of(string.Join(' ', Words()));
    }

    public ReleasedSession Released { get; }

    public SessionId Id => Released.Id;

    public string Code => Released.Code;

    public string Title => Released.Title;

    public SessionStatus Status => Released.Status;

    public bool Cancelled => Status == SessionStatus.Cancelled;

    public string? Language => Released.Language;

    public string? Abstract => Released.Abstract;

    public IReadOnlyList<Link> Resources => Released.Resources;

    public ReleasedType Type { get; }

    public ReleasedTrack? Track { get; }

    public ReleasedRoom? Room { get; }

    /// <summary>Start and end in the conference's zone; null while the session is to be announced.</summary>
    public SlotTimes? Times { get; }

    /// <summary>The conference day: the one on which the session starts locally.</summary>
    public LocalDate? Day => Times?.Start.Date;

    public IReadOnlyList<PublishedPerson> Chairs { get; }

    public IReadOnlyList<PublishedPerson> Discussants { get; }

    public IReadOnlyList<PublishedContribution> Contributions { get; }

    /// <summary>Everybody with a role in the session, each once.</summary>
    public IReadOnlyList<PublishedPerson> People { get; }

    internal string SearchText { get; }

    private PublishedContribution[] WithStarts(IReadOnlyList<ReleasedContribution> released, References references)
    {
        var start = Times?.Start;
        var contributions = new PublishedContribution[released.Count];
        for (var i = 0; i < released.Count; i++)
        {
            var authors = released[i].Authors.Select(a => new PublishedAuthor(references.People[a.Person], a.Presenting));
            contributions[i] = new PublishedContribution(released[i], released[i].Minutes is null ? null : start, [.. authors]);
            start = released[i].Minutes is { } minutes ? start?.PlusMinutes(minutes) : null;
        }

        return contributions;
    }

    private IEnumerable<string?> Words()
    {
        yield return Code;
        yield return Title;
        yield return Abstract;
        foreach (var person in People)
        {
            yield return person.Name;
            yield return person.Released.Affiliation;
        }

        foreach (var contribution in Contributions)
        {
            yield return contribution.Released.Code;
            yield return contribution.Released.Title;
            yield return contribution.Released.Abstract;
        }
    }

    internal sealed record References(
        Dictionary<RoomId, ReleasedRoom> Rooms, Dictionary<SessionTypeId, ReleasedType> Types, Dictionary<TrackId, ReleasedTrack> Tracks, Dictionary<PersonId, PublishedPerson> People);
}

/// <summary>A contribution with its start, worked out from the lengths of those before it; null where one of them says none.</summary>
public sealed record PublishedContribution(ReleasedContribution Released, ZonedDateTime? Start, IReadOnlyList<PublishedAuthor> Authors);

public sealed record PublishedAuthor(PublishedPerson Person, bool Presenting);

/// <summary>Somebody in the published programme.</summary>
public sealed class PublishedPerson
{
    internal PublishedPerson(ReleasedPerson released)
    {
        Released = released;
        Name = Agenda.Domain.People.Person.NameOf(released.GivenName, released.FamilyName);
        IndexText = FoldedText.Of(released.FamilyName.Length > 0 ? $"{released.FamilyName} {released.GivenName}" : Name);
        SearchText = FoldedText.Of($"{Name} {released.Affiliation} {released.Country}");
    }

    public ReleasedPerson Released { get; }

    public PersonId Id => Released.Id;

    public string Name { get; }

    public string? Affiliation => Released.Affiliation;

    /// <summary>Whether a placeholder stands where the name was.</summary>
    public bool IsErased => Released.IsErased;

    /// <summary>What somebody stands under in an index, folded: the family name first, or the only name there is.</summary>
    public string IndexText { get; }

    internal string SearchText { get; }
}
