using Agenda.Api.Scheduling;

namespace Agenda.Api.Sessions;

/// <summary>What an organiser says of a session that is to be added.</summary>
public sealed record NewSessionRequest : SessionRequest
{
    /// <summary>Where and when it is to be; without it the session is added without a place.</summary>
    public PlaceSessionRequest? Placement { get; init; }

    internal new sealed class Rules : RulesOf<NewSessionRequest>
    {
        public Rules() => RuleFor(s => s.Placement!).SetValidator(new PlaceSessionRequest.Rules());
    }
}
