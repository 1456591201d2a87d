using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases.Changes;

/// <summary>What differs between two releases as JSON: an envelope and one piece per session.</summary>
internal sealed class ChangesJson
{
    private readonly byte[] header, footer = "]}"u8.ToArray();
    private readonly RenderedPieces pieces;
    private readonly PersonId[][] people;

    public ChangesJson(string slug, PublishedAgenda? older, PublishedAgenda newer, PublicAddress address, JsonSerializerOptions options)
    {
        var changes = ReleaseChanges.Between(older?.Document, newer.Document);
        people = [.. changes.Select(c => Named(c.Before).Concat(Named(c.After)).Distinct().ToArray())];
        var rendered = changes.Select(c => JsonSerializer.SerializeToUtf8Bytes(ChangeOfSession.Of(c, older, newer, slug, address), options)).ToArray();
        pieces = new RenderedPieces(rendered, ","u8);

        // The changes are the last field of the envelope, so it ends in their empty list.
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new ChangesResponse(slug, newer.Document.Number, older?.Document.Number ?? 0, []), options);
        if (!envelope.AsSpan().EndsWith(footer))
            throw new InvalidOperationException("The changes are not the last field of their answer.");
        header = envelope[..^footer.Length];
        Bytes = rendered.Sum(piece => (long)piece.Length);
    }

    /// <summary>What it takes in memory, more or less.</summary>
    public long Bytes { get; }

    public IContent Of(PeopleAskedFor asked) =>
        pieces.Compose(header, [.. Enumerable.Range(0, people.Length).Where(i => asked.Concern(people[i]))], footer);

    private static IEnumerable<PersonId> Named(ReleasedSession? session) =>
        session is null ? [] : session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person));
}
