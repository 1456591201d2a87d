using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Calendars;

/// <summary>The feed that somebody asks how to subscribe to: always that of the newest release, under a filter.</summary>
internal sealed class SubscribedFeed(PublishedAgenda agenda, FeedFilter filter, FeedForm form, PublicAddress address)
{
    /// <summary>What tells this feed from the others of its conference, in the form that all spellings share.</summary>
    private string Query => form.Query(filter.Query);

    public PublishedAgenda Agenda => agenda;

    public string Name => filter.Name(agenda);

    public string Address => address.Feed(agenda.Conference.Slug) + Query;

    public SubscriptionQrCode Pictures => new($"{address.Subscribe(agenda.Conference.Slug)}/qr.svg{Query}", $"{address.Subscribe(agenda.Conference.Slug)}/qr.png{Query}");

    public static async ValueTask<(SubscribedFeed? Feed, ProblemHttpResult? Refused)> FindAsync(
        string slug, AgendaFilterQuery query, FeedFormQuery form, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, null, agendas, cancellation);
        if (agenda is null)
            return (null, missing);

        var filter = query.ToFilter();
        return agenda.Select(filter).Unknown is { } unknown
            ? (null, Problems.UnknownValue(unknown.Parameter, unknown.Value))
            : (new SubscribedFeed(agenda, new FeedFilter(filter), form.ToForm(), address), null);
    }

    /// <summary>The feed's address as a picture, or why there is none.</summary>
    public Results<Representation, ProblemHttpResult> Draw(string mediaType, Func<string, byte[]> draw) => QrPicture.Holds(Address)
        ? new Representation(new WholeContent(draw(Address)), mediaType, agenda.Document.ModifiedAt) { Codings = mediaType == QrPicture.SvgType }
        : Problems.Of(
            StatusCodes.Status400BadRequest, "address-too-long", $"A QR code holds {QrPicture.MostCharacters} characters, and the address of this feed has {Address.Length}.");
}
