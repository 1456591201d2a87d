using System.Text.Json.Serialization;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>How much each rule matters: all of them, whether entered or by default.</summary>
public sealed record ConflictPolicyResponse
{
    /// <summary>Minutes that must lie between two sessions in a room.</summary>
    public required int ChangeOverMinutes { get; init; }

    /// <summary>Every rule but <c>person-double-booked</c>, which goes by <see cref="RolePairs"/>.</summary>
    public required IReadOnlyDictionary<ConflictRule, Severity> Severities { get; init; }

    /// <summary>Every pair of roles.</summary>
    public required IReadOnlyList<RolePairEntry> RolePairs { get; init; }

    public required IReadOnlyList<WalkingTimeEntry> WalkingTimes { get; init; }

    /// <summary>Rises with every edit; the ETag.</summary>
    public required int Version { get; init; }

    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static async Task<ConflictPolicyResponse> ReadAsync(AgendaDbContext db, ConferenceId conference, CancellationToken cancellation)
    {
        var policy = await TimetableReader.PolicyAsync(db, conference, cancellation);
        var buildings = policy.WalkingTimes.Count == 0 ? [] : await db.Buildings.AsNoTracking().Where(b => b.ConferenceId == conference).ToDictionaryAsync(b => b.Id, b => b.Name, cancellation);
        return new ConflictPolicyResponse
        {
            ChangeOverMinutes = policy.ChangeOverMinutes,
            Severities = Enum.GetValues<ConflictRule>().Where(rule => rule != ConflictRule.PersonDoubleBooked).ToDictionary(rule => rule, policy.Of),
            RolePairs = [.. from one in Enum.GetValues<ProgrammeRole>() from other in Enum.GetValues<ProgrammeRole>() where one <= other select Entry(policy, one, other)],
            // A building may have been removed since.
            WalkingTimes = [.. policy.WalkingTimes.Where(w => buildings.ContainsKey(w.One) && buildings.ContainsKey(w.Other)).Select(w => new WalkingTimeEntry
            {
                From = buildings[w.One],
                To = buildings[w.Other],
                Minutes = w.Minutes,
            })],
            Version = policy.Version,
        };
    }

    private static RolePairEntry Entry(ConflictPolicy policy, ProgrammeRole one, ProgrammeRole other) => new()
    {
        One = one,
        Other = other,
        Severity = policy.Of(one, other),
    };
}
