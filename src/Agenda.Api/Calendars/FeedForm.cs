using System.Globalization;

namespace Agenda.Api.Calendars;

/// <summary>In which form a feed tells the same events: in whose time, and with which reminder.</summary>
internal readonly record struct FeedForm(EventTimes Times, Reminder? Reminder)
{
    /// <summary>"?tz=local&amp;alarm=15", "&amp;alarm=15" behind a filter, or nothing.</summary>
    public string Query(string filter)
    {
        var query = filter;
        if (Times == EventTimes.Local)
            query += Separator(query) + "tz=local";
        if (Reminder is { } reminder)
            query += string.Create(CultureInfo.InvariantCulture, $"{Separator(query)}alarm={reminder.Minutes}");
        return query;
    }

    private static char Separator(string query) => query.Length == 0 ? '?' : '&';
}

/// <summary>How times are written.</summary>
internal enum EventTimes
{
    /// <summary>In UTC, which no calendar gets wrong.</summary>
    Utc,

    /// <summary>As wall time with the zone's rules beside it, for those who want the clock on the wall to stay when rules change.</summary>
    Local,
}
