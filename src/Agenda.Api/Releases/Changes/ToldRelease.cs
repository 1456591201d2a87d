using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Releases.Changes;

/// <summary>A release as it is told to people: when it came, with which words, and what it changed.</summary>
public sealed record ToldRelease
{
    public required int Number { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>When what is told here came to be: somebody may have been erased since, from this release or the one before.</summary>
    public required Instant ModifiedAt { get; init; }

    public required string? Note { get; init; }

    public required int Sessions { get; init; }

    /// <summary>By session code; null where there are too many to keep, or the release before is not kept.</summary>
    public required IReadOnlyList<ToldChange>? Changes { get; init; }

    /// <summary>How many changes there are, told or not; null where nobody can tell.</summary>
    public required int? Count { get; init; }

    internal static ToldRelease Of(PublishedAgenda? before, PublishedAgenda release)
    {
        var (number, gone) = (release.Document.Number, before is null && release.Document.Number > 1);
        List<ToldChange>? changes = gone ? null : [.. ToldChange.Between(before, release)];
        return new()
        {
            Number = number,
            PublishedAt = release.Document.PublishedAt,
            ModifiedAt = before is null ? release.Document.ModifiedAt : Instant.Max(before.Document.ModifiedAt, release.Document.ModifiedAt),
            Note = release.Document.Note,
            Sessions = release.Sessions.Count,
            Changes = changes,
            Count = changes?.Count,
        };
    }

    internal IReadOnlyList<ToldChange> ChangesOf(PeopleAskedFor people) => Changes is null ? [] : people.IsEverybody ? Changes : [.. Changes.Where(c => people.Concern(c.People))];
}
