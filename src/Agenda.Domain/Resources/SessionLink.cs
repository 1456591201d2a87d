using Agenda.Domain.Privacy;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Resources;

/// <summary>
/// A live link: an address elsewhere that organisers gave to a session or to one of its contributions. Unlike the links of a session, which are published
/// with it, it belongs to no release: readers get it as soon as the newest release has its session and its time has come.
/// </summary>
public sealed class SessionLink
{
    private SessionLink()
    {
    }

    public SessionLink(Session session, ContributionId? contribution, Link link, int order, Instant? visibleFrom, Instant addedAt)
    {
        Id = SessionLinkId.New();
        ConferenceId = session.ConferenceId;
        SessionId = session.Id;
        ContributionId = contribution;
        (Title, Url) = (link.Title, link.Url);
        Order = order;
        VisibleFrom = visibleFrom;
        AddedAt = addedAt;
    }

    public SessionLinkId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    public SessionId SessionId { get; private set; }

    /// <summary>The contribution that it belongs to; null for the session as a whole.</summary>
    public ContributionId? ContributionId { get; private set; }

    /// <summary>The words to show for it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>An absolute http or https address.</summary>
    public string Url { get; private set; } = "";

    public Instant AddedAt { get; private set; }

    /// <summary>Before this moment only organisers know of it; null for at once.</summary>
    public Instant? VisibleFrom { get; private set; }

    /// <summary>Orders the links of one session or contribution; of equal ones the earlier added comes first.</summary>
    public int Order { get; private set; }

    /// <summary>Rises with every edit; its entity tag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Why an item that has so many links gets no further one; null when it does.</summary>
    public static Refusal? WhyNot(int ofItem) => ofItem >= Limits.LiveLinks ? LinkRefusals.TooMany() : null;

    public void Revise(Link link, int order, Instant? visibleFrom)
    {
        (Title, Url) = (link.Title, link.Url);
        Order = order;
        VisibleFrom = visibleFrom;
        Version++;
    }

    /// <summary>Takes somebody who is erased out of its words. The address stays, as it does with other links.</summary>
    public void Reword(Erasure erasure)
    {
        var title = erasure.Title(Title, own: false);
        if (title == Title)
            return;

        Title = title;
        Version++;
    }
}
