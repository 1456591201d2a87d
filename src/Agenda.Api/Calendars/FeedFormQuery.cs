using System.ComponentModel;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Calendars;

/// <summary>What the reader of a calendar may choose of its form; the events are the same.</summary>
public sealed record FeedFormQuery
{
    private const string Utc = "utc", Local = "local";

    [FromQuery(Name = "tz"), Description("`utc`, as usual, or `local` for wall times with the rules of the conference's zone (VTIMEZONE). A session that starts or ends in an hour which the clocks have twice is in UTC even then.")]
    public string? Tz { get; init; }

    [FromQuery(Name = "alarm"), Description("A reminder so many minutes before each session, up to a day (1440); breaks and cancelled sessions have none. Many apps leave out the reminders of calendars that one subscribes to.")]
    public int? Alarm { get; init; }

    internal FeedForm ToForm() => new(Tz == Local ? EventTimes.Local : EventTimes.Utc, Alarm is { } minutes ? new Reminder(minutes) : null);

    internal sealed class Rules : AbstractValidator<FeedFormQuery>
    {
        public Rules()
        {
            RuleFor(f => f.Tz).Must(tz => tz is null or Utc or Local).WithMessage("must be utc or local.");
            RuleFor(f => f.Alarm).InclusiveBetween(0, Reminder.MostMinutes);
        }
    }
}
