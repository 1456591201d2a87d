using Agenda.Api.Http;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases;

/// <summary>What differs between two releases, by session code.</summary>
public sealed record ChangesResponse(string Conference, int Release, int Since, IReadOnlyList<ChangeOfSession> Changes);

/// <summary>
/// What changed in one session, <paramref name="Sentences"/> for people; <paramref name="Before"/> is null when it was added,
/// <paramref name="After"/> when it was removed.
/// </summary>
public sealed record ChangeOfSession(
    Guid Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, IReadOnlyList<string> Sentences, SessionDetails? Before, SessionDetails? After)
{
    internal static ChangeOfSession Of(SessionChange change, PublishedAgenda? older, PublishedAgenda newer, string slug, PublicAddress address)
    {
        var told = ToldChange.Of(change, older, newer);
        return new(
            change.Session.Id.Value, told.Code, told.Title, told.Kinds, Locale.English.Make(() => told.Sentences.Select(s => s.Text).ToArray()),
            change.Before is { } before ? SessionDetails.Of(older!.Session(before.Code)!, slug, address) : null,
            change.After is { } after ? SessionDetails.Of(newer.Session(after.Code)!, slug, address) : null);
    }
}
