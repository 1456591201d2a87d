using System.ComponentModel;
using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Conflict = Agenda.Domain.Scheduling.Conflicts.Conflict;

namespace Agenda.Api.Scheduling;

/// <summary>Which conflicts are asked for: a repeated parameter means or, different ones mean and.</summary>
public sealed record ConflictFilter
{
    private const int MostValues = 50;

    [FromQuery(Name = "severity"), Description("`error`, `warning` or `information`.")]
    public string[] Severity { get; init; } = [];

    [FromQuery(Name = "rule"), Description("The name of a rule, such as `room-double-booked`.")]
    public string[] Rule { get; init; } = [];

    [FromQuery(Name = "session"), Description("The code or id of a session.")]
    public string[] Session { get; init; } = [];

    [FromQuery(Name = "room"), Description("The slug of a room in which one of the sessions is, also as a part of a combined room.")]
    public string[] Room { get; init; } = [];

    [FromQuery(Name = "person"), Description("The id of the person whom it is about.")]
    public string[] Person { get; init; } = [];

    [FromQuery(Name = "day"), Description("A day on which one of the sessions is, such as `2024-01-08`.")]
    public string[] Day { get; init; } = [];

    [FromQuery(Name = "acknowledged"), Description("Only those that are acknowledged, or only those that are not.")]
    public bool? Acknowledged { get; init; }

    internal IEnumerable<Conflict> Of(IEnumerable<Conflict> conflicts, ConflictTelling telling, Timetable timetable) => conflicts.Where(c =>
        Has(Severity, Name(c.Severity)) && Has(Rule, Name(c.Rule)) && (Person.Length == 0 || (c.Person is { } person && Has(Person, person.Value.ToString())))
        && (Is(c.First, timetable) || (c.Second is { } second && Is(second, timetable))) && (Acknowledged is not { } asked || telling.IsAcknowledged(c) == asked));

    /// <summary>The 400 for a value that is none; null where all are.</summary>
    internal ProblemHttpResult? Unknown(Timetable timetable, ConferenceZone zone)
    {
        var sessions = Session.Length == 0 ? [] : timetable.Sessions.SelectMany(s => new[] { s.Code, s.Id.Value.ToString() }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Unknown("severity", Severity, value => Enum.GetValues<Domain.Scheduling.Conflicts.Severity>().Any(s => s != Domain.Scheduling.Conflicts.Severity.Off && Name(s) == value))
            ?? Unknown("rule", Rule, value => Enum.GetValues<ConflictRule>().Any(rule => Name(rule) == value))
            ?? Unknown("session", Session, sessions.Contains)
            ?? Unknown("room", Room, value => timetable.Rooms.Any(r => r.Room.Slug == value))
            ?? Unknown("person", Person, value => Guid.TryParse(value, out _))
            ?? Unknown("day", Day, value => LocalDatePattern.Iso.Parse(value).Success);
    }

    private bool Is(PlannedSession session, Timetable timetable) =>
        (Session.Length == 0 || Has(Session, session.Code) || Has(Session, session.Id.Value.ToString()))
        && (Room.Length == 0 || (session.Room is { } room && room.Places.Any(place => timetable.Room(place) is { } part && Has(Room, part.Room.Slug))))
        && (Day.Length == 0 || (session.Slot is { } slot && Has(Day, LocalDatePattern.Iso.Format(slot.Day))));

    private static ProblemHttpResult? Unknown(string parameter, string[] values, Predicate<string> isKnown) =>
        Array.Find(values, value => !isKnown(value)) is { } unknown ? Problems.UnknownValue(parameter, unknown) : null;

    private static bool Has(string[] asked, string value) => asked.Length == 0 || asked.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    internal sealed class Rules : AbstractValidator<ConflictFilter>
    {
        public Rules()
        {
            foreach (var values in (IEnumerable<System.Linq.Expressions.Expression<Func<ConflictFilter, string[]>>>)[f => f.Severity, f => f.Rule, f => f.Session, f => f.Room, f => f.Person, f => f.Day])
            {
                RuleFor(values).Must(v => v.Length <= MostValues).WithMessage($"may be said {MostValues} times at the most.");
                RuleFor(values).Must(v => v.All(value => value.Length <= Limits.Name)).WithMessage($"must have {Limits.Name} characters at the most.");
            }
        }
    }
}
