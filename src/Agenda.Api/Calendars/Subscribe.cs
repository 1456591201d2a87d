using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Agenda.Api.Calendars;

/// <summary>How to subscribe to the agenda, or to what a filter leaves of it.</summary>
internal static class Subscribe
{
    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/conferences/{slug}/subscribe", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Learn how to subscribe")
        .WithDescription(
            "The address of a feed as each calendar app takes it, and where it is as a QR code. The filters are those of the agenda, and the addresses are the same "
            + "however they were spelled. `https` is the one to copy, and the one that the QR code holds: `webcal` opens a calendar on Apple's devices and desktop programs, but nothing on Android.")
        .Produces<SubscriptionResponse>()
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] AgendaFilterQuery query, [AsParameters] FeedFormQuery form, PublishedAgendas agendas, PublicAddress address, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var (feed, refused) = await SubscribedFeed.FindAsync(slug, query, form, agendas, address, cancellation);
        if (feed is null)
            return refused!;

        var bytes = JsonSerializer.SerializeToUtf8Bytes(SubscriptionResponse.Of(feed.Name, feed.Address, () => feed.Pictures), json.Value.SerializerOptions);
        return new Representation(new WholeContent(bytes), "application/json; charset=utf-8", feed.Agenda.Document.ModifiedAt);
    }
}
