using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Api.Web.Organise;

/// <summary>What the rules are called in the reader's language; the sentence with the particulars is that of <see cref="Scheduling.ConflictWording"/>.</summary>
internal static class ConflictWords
{
    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => OrganiseWords.Error,
        Severity.Warning => OrganiseWords.Warning,
        _ => OrganiseWords.Information,
    };

    public static string Title(ConflictRule rule) => rule switch
    {
        ConflictRule.RoomDoubleBooked => OrganiseWords.RuleRoomDoubleBooked,
        ConflictRule.PersonDoubleBooked => OrganiseWords.RulePersonDoubleBooked,
        ConflictRule.PersonUnavailable => OrganiseWords.RulePersonUnavailable,
        ConflictRule.OutsideConference => OrganiseWords.RuleOutsideConference,
        ConflictRule.RoomClosed => OrganiseWords.RuleRoomClosed,
        ConflictRule.RoomTooSmall => OrganiseWords.RuleRoomTooSmall,
        ConflictRule.NoRoom => OrganiseWords.RuleNoRoom,
        ConflictRule.NoSlot => OrganiseWords.RuleNoSlot,
        ConflictRule.NoChair => OrganiseWords.RuleNoChair,
        ConflictRule.TimeUnresolved => OrganiseWords.RuleTimeUnresolved,
        ConflictRule.ContributionsTooLong => OrganiseWords.RuleContributionsTooLong,
        ConflictRule.ChangeOverTooShort => OrganiseWords.RuleChangeOverTooShort,
        ConflictRule.WalkTooShort => OrganiseWords.RuleWalkTooShort,
        ConflictRule.NotTogether => OrganiseWords.RuleNotTogether,
        ConflictRule.MustFollow => OrganiseWords.RuleMustFollow,
        ConflictRule.ZoneRulesChanged => OrganiseWords.RuleZoneRulesChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
