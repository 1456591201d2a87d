using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>A change as it is told to people: by itself, so that it can be kept without the releases that it was made of.</summary>
/// <param name="Id">The session's.</param>
/// <param name="Code">As it is now, or as it last was.</param>
/// <param name="Title">As it is now, or as it last was.</param>
/// <param name="Kinds">What changed.</param>
/// <param name="Sentences">What changed, in the words of whoever reads it.</param>
/// <param name="People">Everybody with a role in it, before or after.</param>
public sealed record ToldChange(SessionId Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, IReadOnlyList<Sentence> Sentences, IReadOnlyList<PersonId> People)
{
    public bool IsRemoved => Kinds is [ChangeKind.Removed];

    /// <summary>The number of the release in which the session can be read by its code; null for the newest.</summary>
    internal int? ReadIn(PublishedAgenda newest, int before, int after) => IsRemoved ? before : newest.Session(Code)?.Id == Id ? null : after;

    internal static IEnumerable<ToldChange> Between(PublishedAgenda? older, PublishedAgenda newer) =>
        ReleaseChanges.Between(older?.Document, newer.Document).Select(change => Of(change, older, newer));

    internal static ToldChange Of(SessionChange change, PublishedAgenda? older, PublishedAgenda newer)
    {
        var before = change.Before is { } was ? older!.Session(was.Code) : null;
        var after = change.After is { } now ? newer.Session(now.Code) : null;
        var people = (before?.People ?? []).Concat(after?.People ?? []).Select(p => p.Id).Distinct();
        return new(change.Session.Id, change.Session.Code, change.Session.Title, change.Kinds, ChangeSentences.Of(change.Kinds, before, after), [.. people]);
    }
}
