using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Calendars;

/// <summary>The address of a feed as a QR code in PNG.</summary>
internal static class ReadSubscribeQrPng
{
    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/conferences/{slug}/subscribe/qr.png", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read the address of a feed as a QR code in PNG")
        .WithDescription("Black on white, with eight pixels for each of its squares. The filters are those of the agenda; an address that is too long for a code is refused with `address-too-long`.")
        .Produces<Stream>(StatusCodes.Status200OK, QrPicture.PngType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] AgendaFilterQuery query, [AsParameters] FeedFormQuery form, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var (feed, refused) = await SubscribedFeed.FindAsync(slug, query, form, agendas, address, cancellation);
        return feed is null ? refused! : feed.Draw(QrPicture.PngType, QrPicture.Png);
    }
}
