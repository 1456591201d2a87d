namespace Agenda.Domain.Releases;

/// <summary>Everything that publishing can be refused for.</summary>
public static class ReleaseRefusals
{
    public static Refusal NothingConfirmed() => new("nothing-to-publish", "The programme has no confirmed session.");

    public static Refusal ConflictsUnacknowledged(int errors) => new(
        "conflicts-unacknowledged",
        errors == 0 ? "The programme has more conflicts than are looked for; whoever publishes it has to acknowledge them all."
        : errors == 1 ? "A conflict stands in the way: solve it, or acknowledge it with a reason."
        : $"{errors} conflicts stand in the way: solve them, or acknowledge them with a reason.");

    public static Refusal ProgrammeChanged() => new("programme-changed", "The programme was edited since you saw what would be overwritten. What bringing the release back would change now is in \"current\".");

    public static Refusal ReferencesRemoved(IReadOnlyList<string> sessions) => new(
        "references-removed", $"What {(sessions.Count == 1 ? "the session" : "the sessions")} {string.Join(", ", sessions.Take(20))}{(sessions.Count > 20 ? ", …" : "")} had before - a room, type, track or person - has been removed.");

    public static Refusal Unreadable(int number) => new("release-unreadable", $"Release {number} is damaged or of a newer program: nobody can be erased from it, so nothing was done.");

    /// <summary>Sessions stand at a wall time that the zone skips or has twice, for instance since the conference's zone was changed.</summary>
    public static Refusal TimeDoesNotResolve(IReadOnlyList<(string Session, Refusal Why)> sessions) =>
        new(sessions[0].Why.Code, string.Join(" ", sessions.Take(20).Select(s => $"{s.Session}: {s.Why.Reason}")) + (sessions.Count > 20 ? $" And {sessions.Count - 20} more." : ""));
}
