using System.Globalization;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime.Text;

namespace Agenda.Infrastructure.Tables;

/// <summary>Short lists that are always read and written whole, as text in one column: items between semicolons, their parts between blanks.</summary>
internal static class CompactLists
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public sealed class OfRooms() : ValueConverter<IReadOnlyList<RoomId>, string>(list => Written(list, Written), text => Read(text, ReadRoom));

    public sealed class OfOpeningHours() : ValueConverter<IReadOnlyList<OpeningHours>, string>(list => Written(list, Written), text => Read(text, ReadHours));

    public sealed class OfAbsences() : ValueConverter<IReadOnlyList<Absence>, string>(list => Written(list, Written), text => Read(text, ReadAbsence));

    public sealed class OfSeverities() : ValueConverter<IReadOnlyList<RuleSeverity>, string>(list => Written(list, Written), text => Read(text, ReadSeverity));

    public sealed class OfRolePairs() : ValueConverter<IReadOnlyList<RolePairSeverity>, string>(list => Written(list, Written), text => Read(text, ReadPair));

    public sealed class OfWalkingTimes() : ValueConverter<IReadOnlyList<WalkingTime>, string>(list => Written(list, Written), text => Read(text, ReadWalk));

    /// <summary>Lists are equal when their items are, in the same order; none is ever changed in place.</summary>
    public sealed class Comparer<T>() : ValueComparer<IReadOnlyList<T>>((a, b) => Same(a, b), list => Hash(list), list => list)
        where T : notnull;

    internal static bool Same<T>(IReadOnlyList<T>? a, IReadOnlyList<T>? b) => a is null || b is null ? a == b : a.SequenceEqual(b);

    internal static int Hash<T>(IReadOnlyList<T> list) => list.Count == 0 ? 0 : HashCode.Combine(list.Count, list[0]);

    internal static string Written<T>(IReadOnlyList<T> list, Func<T, string> write) => list.Count == 0 ? "" : string.Join(';', list.Select(write));

    internal static IReadOnlyList<T> Read<T>(string text, Func<string[], T> read) => text.Length == 0 ? [] : [.. text.Split(';').Select(item => read(item.Split(' ')))];

    internal static string Written(RoomId room) => room.Value.ToString();

    internal static string Written(OpeningHours hours) => $"{(hours.Day is { } day ? LocalDatePattern.Iso.Format(day) : "*")} {Time.Format(hours.Opens)} {Time.Format(hours.Closes)}";

    internal static string Written(Absence absence) => $"{Local.Format(absence.From)} {Local.Format(absence.Until)}";

    internal static string Written(RuleSeverity said) => $"{said.Rule} {said.Severity}";

    internal static string Written(RolePairSeverity said) => $"{said.One} {said.Other} {said.Severity}";

    internal static string Written(WalkingTime walk) => string.Create(CultureInfo.InvariantCulture, $"{walk.One.Value} {walk.Other.Value} {walk.Minutes}");

    internal static RoomId ReadRoom(string[] parts) => new(Guid.Parse(parts[0]));

    internal static OpeningHours ReadHours(string[] parts) => new(parts[0] == "*" ? null : LocalDatePattern.Iso.Parse(parts[0]).Value, Time.Parse(parts[1]).Value, Time.Parse(parts[2]).Value);

    internal static Absence ReadAbsence(string[] parts) => new(Local.Parse(parts[0]).Value, Local.Parse(parts[1]).Value);

    internal static RuleSeverity ReadSeverity(string[] parts) => new(Enum.Parse<ConflictRule>(parts[0]), Enum.Parse<Severity>(parts[1]));

    internal static RolePairSeverity ReadPair(string[] parts) => new(Enum.Parse<ProgrammeRole>(parts[0]), Enum.Parse<ProgrammeRole>(parts[1]), Enum.Parse<Severity>(parts[2]));

    internal static WalkingTime ReadWalk(string[] parts) =>
        new(new BuildingId(Guid.Parse(parts[0])), new BuildingId(Guid.Parse(parts[1])), int.Parse(parts[2], CultureInfo.InvariantCulture));
}
