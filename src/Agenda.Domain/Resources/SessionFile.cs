using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Resources;

/// <summary>
/// A file that organisers uploaded to a session or to one of its contributions: what is known of it beside its content, which never changes. It
/// belongs to no release: readers get it as soon as the newest release has its session and its time has come.
/// </summary>
public sealed class SessionFile
{
    private SessionFile()
    {
    }

    public SessionFile(Session session, ContributionId? contribution, ReceivedFile received, int order, Instant? visibleFrom)
    {
        Id = SessionFileId.New();
        ConferenceId = session.ConferenceId;
        SessionId = session.Id;
        ContributionId = contribution;
        Name = received.Name.Value;
        MediaType = received.Name.Kind.MediaType;
        Size = received.Size;
        Hash = received.Hash;
        UploadedAt = received.At;
        Order = order;
        VisibleFrom = visibleFrom;
    }

    public SessionFileId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    public SessionId SessionId { get; private set; }

    /// <summary>The contribution that it belongs to; null for the session as a whole.</summary>
    public ContributionId? ContributionId { get; private set; }

    /// <summary>As readers save it, such as <c>Slides.pdf</c>.</summary>
    public string Name { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The SHA-256 of the content in small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public Instant UploadedAt { get; private set; }

    /// <summary>Before this moment only organisers know of it; null for at once.</summary>
    public Instant? VisibleFrom { get; private set; }

    /// <summary>Orders the files of one session or contribution; of equal ones the earlier uploaded comes first.</summary>
    public int Order { get; private set; }

    /// <summary>Rises with every edit; its entity tag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Changes what is said of the file. Its content stays, and so does the kind that its name tells.</summary>
    public Refusal? Revise(FileName name, int order, Instant? visibleFrom)
    {
        if (name.Kind.MediaType != MediaType)
            return FileRefusals.KindDiffers(Name);

        Name = name.Value;
        Order = order;
        VisibleFrom = visibleFrom;
        Version++;
        return null;
    }
}

/// <summary>A file as it came in.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">The SHA-256 of the content in small hexadecimal digits.</param>
public sealed record ReceivedFile(FileName Name, long Size, string Hash, Instant At);
