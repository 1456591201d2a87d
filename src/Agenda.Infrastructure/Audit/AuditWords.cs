using System.Globalization;
using System.Text.Json;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure.Json;
using NodaTime.Text;

namespace Agenda.Infrastructure.Audit;

/// <summary>Small things of several parts in the words of the trace: "2024-01-08 09:00-18:00".</summary>
internal static class AuditWords
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(object? value, AuditNames names) => value switch
    {
        OpeningHours hours => $"{(hours.Day is { } day ? TimeJson.Date.Format(day) : "every day")} {Minute.Format(hours.Opens)}-{Minute.Format(hours.Closes)}",
        Absence absence => $"{TimeJson.Local.Format(absence.From)} to {TimeJson.Local.Format(absence.Until)}",
        RuleSeverity said => $"{Name(said.Rule)}: {Name(said.Severity)}",
        RolePairSeverity said => $"{Name(said.One)} and {Name(said.Other)}: {Name(said.Severity)}",
        WalkingTime walk => string.Create(CultureInfo.InvariantCulture, $"{names.Tell(walk.One)} to {names.Tell(walk.Other)}: {walk.Minutes} min"),
        _ => throw new NotSupportedException($"The trace has no words for a {value?.GetType().Name} yet."),
    };

    private static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
