using Agenda.Api.Calendars;
using Agenda.Api.Http;

namespace Agenda.Api.MyAgendas;

/// <summary>The private calendar of what somebody starred.</summary>
/// <param name="Token">The secret part of its address.</param>
/// <param name="Subscription">Its address as each calendar app takes it. The QR code stands in the answer itself, because its address would hold the secret.</param>
public sealed record MyFeedResponse(string Token, SubscriptionResponse Subscription)
{
    // What it is called before anything is starred.
    private const string Name = "My agenda";

    internal static MyFeedResponse Of(string token, PublicAddress address)
    {
        var feed = address.MyFeed(token);
        return new(token, SubscriptionResponse.Of(Name, feed, () => SubscriptionQrCode.WithinAnswer(feed)));
    }
}
