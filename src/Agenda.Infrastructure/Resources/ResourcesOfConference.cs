using System.Collections.Frozen;
using System.Globalization;
using Agenda.Domain;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Infrastructure.Resources;

/// <summary>The files and live links of one conference in their order, hidden ones included: whoever asks says what time it is.</summary>
public sealed class ResourcesOfConference
{
    private readonly FrozenDictionary<SessionFileId, PublishedFile> filesById;
    private readonly FrozenDictionary<SessionId, PublishedResource[]> bySession;
    private readonly Instant[] appearances;
    private readonly Guid? state;

    internal ResourcesOfConference(Guid? state, IReadOnlyCollection<PublishedResource> inOrder)
    {
        this.state = state;
        filesById = inOrder.OfType<PublishedFile>().ToFrozenDictionary(f => f.Id);
        bySession = inOrder.GroupBy(r => r.Session).ToFrozenDictionary(session => session.Key, session => session.ToArray());
        appearances = [.. inOrder.Select(r => r.VisibleFrom).OfType<Instant>().Order()];
    }

    public static ResourcesOfConference None { get; } = new(null, []);

    /// <summary>Whether the conference never had any.</summary>
    public bool IsUntouched => state is null;

    /// <summary>
    /// Another text whenever something else is visible: when a file or link was added, edited or removed, and when the time of one has come. It is the same
    /// in all processes that know the same, so it can be a part of an ETag; empty for a conference that never had any.
    /// </summary>
    public string StateAt(Instant now) =>
        state is not { } value ? "" : string.Create(CultureInfo.InvariantCulture, $"{value:n}.{appearances.TakeWhile(from => from <= now).Count()}");

    /// <summary>What a session of the newest release, and its contributions there, have that is visible then: files, then links.</summary>
    public IReadOnlyList<PublishedResource> Of(PublishedSession session, Instant now) =>
        bySession.TryGetValue(session.Id, out var resources) ? Array.FindAll(resources, r => r.IsVisibleAt(now) && r.IsIn(session)) : [];

    /// <summary>A file that is visible then, if it belongs to what the newest release has.</summary>
    public PublishedFile? Find(PublishedAgenda newest, SessionFileId id, Instant now) =>
        filesById.TryGetValue(id, out var file) && file.IsVisibleAt(now) && newest.PlaceOf(file.Session) is { } place && file.IsIn(newest.Sessions[place]) ? file : null;

    internal bool IsStill(Guid? now) => state == now;
}
