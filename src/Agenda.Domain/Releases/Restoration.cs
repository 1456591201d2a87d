using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>
/// Brings an old release back into a programme: its sessions are again what it says of them, those that are gone come back under their old ids, and
/// those that came after it become drafts. What releases do not hold, such as notes and seats, stays as it is.
/// </summary>
public sealed class Restoration
{
    private readonly Programme programme;
    private readonly ReleaseDocument release;
    private readonly Dictionary<SessionId, Session> present;

    private Restoration(Programme programme, ReleaseDocument release, ReleaseDocument newest)
    {
        (this.programme, this.release) = (programme, release);
        present = programme.Sessions.ToDictionary(s => s.Id);
        var wanted = release.Sessions.ToDictionary(s => s.Id);
        var now = programme.Sessions.Where(s => s.Status != SessionStatus.Draft || wanted.ContainsKey(s.Id)).Select(s => Now(s, wanted.GetValueOrDefault(s.Id))).ToList();
        var published = newest.Sessions.ToDictionary(s => s.Id);
        var codes = FreedCodes(wanted);
        var changes = ReleaseChanges.Between(release with { Sessions = now }, release).Select(c => new RestoredSession(c.Session.Id, c.Before, c.After, c.Kinds)
        {
            IsUnpublished = c.Before is { } before && !(published.TryGetValue(before.Id, out var said) && ReleasedSessions.SameContent(before with { PublishedStart = said.PublishedStart }, said)),
            NewCode = codes.GetValueOrDefault(c.Session.Id),
        }).ToList();
        var told = changes.Select(c => c.Id).ToHashSet();
        var recoded = codes.Where(c => !told.Contains(c.Key)).Select(c => new RestoredSession(c.Key, Now(present[c.Key], null), null, [ChangeKind.Retitled]) { NewCode = c.Value });
        Sessions = [.. changes.Concat(recoded).OrderBy(s => s.Session.Code, StringComparer.Ordinal).ThenBy(s => s.Id.Value)];
        References = RestoredReferences.Of(programme, release, Sessions.Select(s => s.After).OfType<ReleasedSession>());
    }

    /// <summary>What changes, in the order of the codes; sessions that are already what the release says are not among it.</summary>
    public IReadOnlyList<RestoredSession> Sessions { get; }

    /// <summary>What sessions of the release point at that is gone from the programme.</summary>
    public RestoredReferences References { get; }

    /// <summary>Works out what bringing back <paramref name="release"/> would change; <paramref name="newest"/> tells which edits are in no release.</summary>
    public static Restoration Of(Programme programme, ReleaseDocument release, ReleaseDocument newest) => new(programme, release, newest);

    /// <summary>Does it: the sessions of the programme change, and what has to be added is in the programme that is returned.</summary>
    /// <param name="before">Is told each session that is there, before it is changed; with what it is where more of it changes than its placement.</param>
    /// <param name="after">Is told each session afterwards.</param>
    public Programme Apply(Action<Session, ReleasedSession> before, Action<Session> after)
    {
        var added = new List<Session>();
        foreach (var restored in Sessions)
        {
            if (!present.TryGetValue(restored.Id, out var session))
            {
                added.Add(session = new Session(restored.Id, programme.Conference, SessionCopy.FactsOf(restored.After!, References, null), SessionCopy.PlacementOf(restored.After!)));
                after(session);
                continue;
            }

            before(session, Publishing.Copy(session, programme.Conference.Zone));
            if (restored.After is { } wanted)
                session.Restore(SessionCopy.FactsOf(wanted, References, session.Seats), SessionCopy.PlacementOf(wanted));
            else
                Retire(session, restored);
            after(session);
        }

        return References.AddedTo(programme) with { Sessions = [.. programme.Sessions, .. added] };
    }

    private static void Retire(Session session, RestoredSession restored)
    {
        if (session.Status != SessionStatus.Draft)
            session.Withdraw();
        if (restored.NewCode is { } code)
            session.Recode(code);
    }

    // By the zone rules of the release, as long as the wall time is the same: other rules are no edit.
    private ReleasedSession Now(Session session, ReleasedSession? wanted)
    {
        var now = Publishing.Copy(session, programme.Conference.Zone);
        return wanted is not null && now.LocalStart == wanted.LocalStart && now.Minutes == wanted.Minutes && now.Offset == wanted.Offset ? now with { PublishedStart = wanted.PublishedStart } : now;
    }

    // Sessions of the release get their codes; whoever has one of them meanwhile takes another.
    private Dictionary<SessionId, string> FreedCodes(Dictionary<SessionId, ReleasedSession> wanted)
    {
        var claimed = release.Sessions.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var taken = claimed.Concat(programme.Sessions.Select(s => s.Code)).ToHashSet(StringComparer.Ordinal);
        return programme.Sessions.Where(s => !wanted.ContainsKey(s.Id) && claimed.Contains(s.Code)).OrderBy(s => s.Code, StringComparer.Ordinal)
            .ToDictionary(s => s.Id, s => RestoredReferences.FreeCode(s.Code, taken));
    }
}

/// <summary>A session that bringing back a release changes.</summary>
/// <param name="Before">What would be published of it now; null for one that is gone.</param>
/// <param name="After">What the release says; null for one that came after it, which becomes a draft and is otherwise left alone.</param>
public sealed record RestoredSession(SessionId Id, ReleasedSession? Before, ReleasedSession? After, IReadOnlyList<ChangeKind> Kinds)
{
    public ReleasedSession Session => Before ?? After!;

    /// <summary>Whether edits that were made since the release are overwritten.</summary>
    public bool Overwrites => Before is not null && After is not null;

    /// <summary>Whether what it is now is in no release.</summary>
    public bool IsUnpublished { get; init; }

    /// <summary>What it is called afterwards because a session of the release has its code; null where it keeps it.</summary>
    public string? NewCode { get; init; }
}
