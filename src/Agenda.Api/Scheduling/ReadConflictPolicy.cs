using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Scheduling;

/// <summary>How much each rule matters to the conference.</summary>
internal static class ReadConflictPolicy
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/conflict-policy", HandleAsync).WithSummary("Read how much each conflict rule matters");

    private static async Task<TaggedOk<ConflictPolicyResponse>> HandleAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var policy = await ConflictPolicyResponse.ReadAsync(db, conference.Id, cancellation);
        return Tagged.Ok(policy.Version, policy);
    }
}
