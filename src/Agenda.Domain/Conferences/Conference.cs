using Agenda.Domain.Privacy;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Conferences;

/// <summary>A conference: owner of everything else. Its time zone gives all wall times of its programme their meaning.</summary>
public sealed class Conference
{
    private readonly List<Link> links = [];

    private Conference()
    {
    }

    public Conference(string slug, ConferenceFacts facts)
    {
        Id = ConferenceId.New();
        Slug = slug;
        Set(facts);
    }

    public ConferenceId Id { get; private set; }

    /// <summary>The conference's name in every address; fixed once something was published under it.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The IANA name of the time zone.</summary>
    public string TimeZone { get; private set; } = "";

    public LocalDate FirstDay { get; private set; }

    public LocalDate LastDay { get; private set; }

    /// <summary>Whom to ask: an address, a telephone number, a name; public.</summary>
    public string? Contact { get; private set; }

    public IReadOnlyList<Link> Links => links;

    /// <summary>The colour of its pages, <c>#rrggbb</c> as entered, or null; public.</summary>
    public string? Colour { get; private set; }

    /// <summary>Whether the feeds of people's own agendas carry the links to join online. Whoever stars a session has such a feed, so it is the organisers' choice.</summary>
    public bool JoinLinksInFeeds { get; private set; }

    /// <summary>When that was last changed; null for never.</summary>
    public Instant? JoinLinksChangedAt { get; private set; }

    /// <summary>The host in the UIDs of its sessions, where it came from another installation whose calendars people subscribed to; null for this installation's.</summary>
    public string? UidHost { get; private set; }

    /// <summary>Rises with every edit; the entity tag of the conference.</summary>
    public int Version { get; private set; } = 1;

    public ConferenceZone Zone => ConferenceZone.Of(TimeZone);

    /// <summary>Changes the facts of the conference. Placements keep their wall time when the zone changes.</summary>
    public void Revise(ConferenceFacts facts)
    {
        Set(facts);
        Version++;
    }

    /// <summary>Puts the links to join online into the feeds of people's own agendas, or takes them out, as a part of adding or revising.</summary>
    public void ShowJoinLinks(bool inFeeds, Instant now)
    {
        if (inFeeds == JoinLinksInFeeds)
            return;

        JoinLinksInFeeds = inFeeds;
        JoinLinksChangedAt = now;
    }

    /// <summary>Gives the conference another name in addresses, unless calendars and links out there already use the present one.</summary>
    public Refusal? Rename(string slug, bool published)
    {
        if (slug == Slug)
            return null;
        if (published)
            return ConferenceRefusals.SlugIsPublished(Slug);

        Slug = slug;
        Version++;
        return null;
    }

    /// <summary>Takes somebody who is erased out of what is said here; whether anything changed.</summary>
    public bool Reword(Erasure erasure)
    {
        var (contact, reworded) = (erasure.Text(Contact, own: false, Limits.Note), erasure.Links(links).ToList());
        if (contact == Contact && reworded.SequenceEqual(links))
            return false;

        Contact = contact;
        links.Clear();
        links.AddRange(reworded);
        Version++;
        return true;
    }

    private void Set(ConferenceFacts facts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(facts.LastDay, facts.FirstDay);
        Name = facts.Name;
        TimeZone = facts.Zone.Id;
        FirstDay = facts.FirstDay;
        LastDay = facts.LastDay;
        Contact = facts.Contact;
        Colour = facts.Colour;
        links.Clear();
        links.AddRange(facts.Links);
    }
}

/// <summary>What an organiser says of a conference; the days are its first and last, both included.</summary>
public sealed record ConferenceFacts(string Name, ConferenceZone Zone, LocalDate FirstDay, LocalDate LastDay, string? Contact, IReadOnlyList<Link> Links)
{
    /// <summary><c>#rrggbb</c>, or null.</summary>
    public string? Colour { get; init; }
}
