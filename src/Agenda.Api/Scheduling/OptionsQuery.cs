using System.ComponentModel;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Scheduling;

/// <summary>Which places for a session are asked for.</summary>
public sealed record OptionsQuery
{
    private const int Usual = 20, Most = 500, MostValues = 50;

    [FromQuery(Name = "day"), Description("A day of the conference, such as `2024-01-08`; may be repeated. All days unless said.")]
    public string[] Day { get; init; } = [];

    [FromQuery(Name = "room"), Description("The slug of a room; may be repeated. All rooms that suit unless said: virtual ones only for a session that is in one, and none for a break.")]
    public string[] Room { get; init; } = [];

    [FromQuery(Name = "minutes"), Description("How long the session is to be; as long as it is, else as its type says, unless said.")]
    public int? Minutes { get; init; }

    [FromQuery(Name = "limit"), Description("How many places at the most, 1 to 500; 20 unless said.")]
    public int? Limit { get; init; }

    internal int Size => Limit ?? Usual;

    internal sealed class Rules : AbstractValidator<OptionsQuery>
    {
        public Rules()
        {
            RuleFor(q => q.Minutes).InclusiveBetween(TimeSlot.ShortestMinutes, TimeSlot.LongestMinutes);
            RuleFor(q => q.Limit).InclusiveBetween(1, Most);
            RuleFor(q => q.Day).Must(values => values.Length <= MostValues && values.All(value => value.Length <= Limits.Name)).WithMessage($"may be said {MostValues} times at the most.");
            RuleFor(q => q.Room).Must(values => values.Length <= MostValues && values.All(value => value.Length <= Limits.Name)).WithMessage($"may be said {MostValues} times at the most.");
        }
    }
}
