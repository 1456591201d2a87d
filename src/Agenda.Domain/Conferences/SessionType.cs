namespace Agenda.Domain.Conferences;

/// <summary>A kind of session, such as masterclass or poster session.</summary>
public sealed class SessionType
{
    private SessionType()
    {
    }

    public SessionType(Conference conference, string code, SessionTypeFacts facts)
    {
        Id = SessionTypeId.New();
        ConferenceId = conference.Id;
        Code = code;
        Set(facts);
    }

    /// <summary>Brings one back that is gone, under its old id.</summary>
    internal SessionType(SessionTypeId id, Conference conference, string code, SessionTypeFacts facts)
        : this(conference, code, facts) => Id = id;

    public SessionTypeId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>The prefix of its sessions' codes, such as <c>MC</c>; unique within the conference.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As entered, <c>#rrggbb</c>, or null.</summary>
    public string? Colour { get; private set; }

    /// <summary>The length that a new session of this type gets unless another is said.</summary>
    public int? DefaultMinutes { get; private set; }

    /// <summary>May run in several rooms at once.</summary>
    public bool Plenary { get; private set; }

    /// <summary>Several may share one room at one time, as posters do.</summary>
    public bool Parallel { get; private set; }

    /// <summary>A pause: coffee, lunch.</summary>
    public bool Break { get; private set; }

    /// <summary>Whether a session of this type without a chair is not complete.</summary>
    public bool NeedsChair { get; private set; }

    /// <summary>Rises with every edit; the entity tag of the type.</summary>
    public int Version { get; private set; } = 1;

    public void Revise(string code, SessionTypeFacts facts)
    {
        Code = code;
        Set(facts);
        Version++;
    }

    private void Set(SessionTypeFacts facts)
    {
        Name = facts.Name;
        Colour = facts.Colour;
        DefaultMinutes = facts.DefaultMinutes;
        Plenary = facts.Plenary;
        Parallel = facts.Parallel;
        Break = facts.Break;
        NeedsChair = facts.NeedsChair;
    }
}

/// <summary>What an organiser says of a session type.</summary>
public sealed record SessionTypeFacts(string Name, string? Colour = null, int? DefaultMinutes = null, bool Plenary = false, bool Parallel = false, bool Break = false, bool NeedsChair = false);
