using Agenda.Api.Http;

namespace Agenda.Api.MyAgendas;

/// <summary>The private calendar of what somebody starred.</summary>
/// <param name="Token">The secret part of its address.</param>
/// <param name="Url">Its address.</param>
public sealed record MyFeedResponse(string Token, string Url)
{
    internal static MyFeedResponse Of(string token, PublicAddress address) => new(token, address.MyFeed(token));
}
