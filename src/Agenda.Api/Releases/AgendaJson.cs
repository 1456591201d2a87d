using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Releases;

/// <summary>The agenda of one release as JSON: an envelope and one piece per session.</summary>
internal sealed class AgendaJson
{
    private readonly byte[] header, footer;
    private readonly RenderedPieces pieces;

    public AgendaJson(PublishedAgenda agenda, PublicAddress address, JsonSerializerOptions options)
    {
        pieces = new RenderedPieces(
            [.. agenda.Sessions.Select(s => JsonSerializer.SerializeToUtf8Bytes(AgendaSession.Of(s, agenda.Conference.Slug, address), options))], ","u8);

        // The sessions are the last field of the envelope, so it ends in their empty list.
        var envelope = JsonSerializer.SerializeToUtf8Bytes(AgendaResponse.EnvelopeOf(agenda), options);
        footer = "]}"u8.ToArray();
        if (!envelope.AsSpan().EndsWith(footer))
            throw new InvalidOperationException("The sessions are not the last field of the agenda.");
        header = envelope[..^footer.Length];
        Whole = Of(Enumerable.Range(0, agenda.Sessions.Count).ToArray());
    }

    /// <summary>The agenda without a filter.</summary>
    public IContent Whole { get; }

    public CodedContent WholeCoded { get; } = new();

    public IContent Of(IReadOnlyList<int> chosen) => pieces.Compose(header, chosen, footer);
}
