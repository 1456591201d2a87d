using System.Collections.Frozen;
using System.Globalization;
using Agenda.Domain;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Infrastructure.Resources;

/// <summary>The files of one conference in their order, hidden ones included: whoever asks says what time it is.</summary>
public sealed class FilesOfConference
{
    private readonly FrozenDictionary<SessionFileId, PublishedFile> byId;
    private readonly FrozenDictionary<SessionId, PublishedFile[]> bySession;
    private readonly Instant[] appearances;
    private readonly Guid? state;

    internal FilesOfConference(Guid? state, IReadOnlyCollection<PublishedFile> inOrder)
    {
        this.state = state;
        byId = inOrder.ToFrozenDictionary(f => f.Id);
        bySession = inOrder.GroupBy(f => f.Session).ToFrozenDictionary(session => session.Key, session => session.ToArray());
        appearances = [.. inOrder.Select(f => f.VisibleFrom).OfType<Instant>().Order()];
    }

    public static FilesOfConference None { get; } = new(null, []);

    /// <summary>Whether the conference never had a file.</summary>
    public bool IsUntouched => state is null;

    /// <summary>
    /// Another text whenever something else is visible: when a file was uploaded, edited or removed, and when the time of one has come. It is the same in
    /// all processes that know the same, so it can be a part of an ETag; empty for a conference that never had a file.
    /// </summary>
    public string StateAt(Instant now) =>
        state is not { } value ? "" : string.Create(CultureInfo.InvariantCulture, $"{value:n}.{appearances.TakeWhile(from => from <= now).Count()}");

    /// <summary>The files of a session of the newest release, and of its contributions there, that are visible then.</summary>
    public IReadOnlyList<PublishedFile> Of(PublishedSession session, Instant now) =>
        bySession.TryGetValue(session.Id, out var files) ? Array.FindAll(files, f => f.IsVisibleAt(now) && BelongsTo(session, f)) : [];

    /// <summary>A file that is visible then, if it belongs to what the newest release has.</summary>
    public PublishedFile? Find(PublishedAgenda newest, SessionFileId id, Instant now) =>
        byId.TryGetValue(id, out var file) && file.IsVisibleAt(now) && newest.PlaceOf(file.Session) is { } place && BelongsTo(newest.Sessions[place], file) ? file : null;

    private static bool BelongsTo(PublishedSession session, PublishedFile file) =>
        file.Contribution is not { } contribution || session.Contributions.Any(c => c.Released.Id == contribution);

    internal bool IsStill(Guid? now) => state == now;
}
