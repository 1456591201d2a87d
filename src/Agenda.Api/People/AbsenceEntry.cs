using Agenda.Domain;
using Agenda.Domain.People;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.People;

/// <summary>When somebody cannot be there, in wall time of the conference; the end is the moment from which they can be again.</summary>
public sealed record AbsenceEntry
{
    public required LocalDateTime From { get; init; }

    public required LocalDateTime Until { get; init; }

    internal static IReadOnlyList<Absence> ToDomain(IReadOnlyList<AbsenceEntry> entries) => [.. entries.Select(a => new Absence(a.From, a.Until))];

    internal static IReadOnlyList<AbsenceEntry> Of(IReadOnlyList<Absence> absences) => [.. absences.Select(a => new AbsenceEntry
    {
        From = a.From,
        Until = a.Until,
    })];

    internal sealed class Rules : AbstractValidator<AbsenceEntry>
    {
        public Rules()
        {
            RuleFor(a => a.From).Must(IsMinute).WithMessage("must be a whole minute from 1900 to 2200.");
            RuleFor(a => a.Until).Must(IsMinute).WithMessage("must be a whole minute from 1900 to 2200.");
            RuleFor(a => a.Until).Must((absence, until) => until > absence.From).WithMessage("must be later than \"from\".");
        }

        private static bool IsMinute(LocalDateTime time) => time is { TickOfSecond: 0, Second: 0 } && time.Date >= Limits.Earliest && time.Date <= Limits.Latest;
    }
}
