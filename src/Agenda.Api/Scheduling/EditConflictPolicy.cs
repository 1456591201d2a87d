using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Changes how much each rule matters, change-over and walking times.</summary>
internal static class EditConflictPolicy
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/conflict-policy", HandleAsync)
        .WithSummary("Edit how much each conflict rule matters")
        .WithDescription("A rule that is not named matters as it does by default; `off` means that it is not looked at.");

    private static async Task<Results<TaggedOk<ConflictPolicyResponse>, ProblemHttpResult>> HandleAsync(
        ConflictPolicyRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var policy = await db.ConflictPolicies.SingleOrDefaultAsync(p => p.ConferenceId == conference.Id, cancellation);
        var current = await ConflictPolicyResponse.ReadAsync(db, conference.Id, cancellation);
        if (ifMatch.Refuses(current.Version, () => current) is { } stale)
            return stale;

        var buildings = await db.Buildings.AsNoTracking().Where(b => b.ConferenceId == conference.Id).ToDictionaryAsync(b => b.Name, b => b.Id, cancellation);
        if (request.WalkingTimes.SelectMany(w => new[] { w.From, w.To }).FirstOrDefault(name => !buildings.ContainsKey(name)) is { } unknown)
            return Problems.Refused(ConstraintRefusals.UnknownBuilding(unknown));

        if (policy is null)
            db.ConflictPolicies.Add(policy = new ConflictPolicy(conference.Id));
        policy.Revise(FactsOf(request, buildings));
        var changes = await conflicts.AroundAsync(matters: true, () => db.SaveChangesAsync(cancellation), cancellation);
        return Tagged.Ok(policy.Version, await ConflictPolicyResponse.ReadAsync(db, conference.Id, cancellation) with { Conflicts = changes });
    }

    private static ConflictPolicyFacts FactsOf(ConflictPolicyRequest request, Dictionary<string, BuildingId> buildings) => new(
        request.ChangeOverMinutes,
        [.. request.Severities.Select(s => new RuleSeverity(s.Key, s.Value))],
        [.. request.RolePairs.Select(p => new RolePairSeverity(p.One, p.Other, p.Severity))],
        [.. request.WalkingTimes.Select(w => new WalkingTime(buildings[w.From], buildings[w.To], w.Minutes))]);
}
