using NodaTime;

namespace Agenda.Domain;

/// <summary>The longest and largest of everything that is entered. Generous for real programmes, small enough to keep answers in bounds.</summary>
public static class Limits
{
    public const int Slug = 64;
    public const int Code = 40;
    public const int Name = 200;
    public const int Title = 500;
    public const int Text = 100_000;
    public const int Note = 2_000;
    public const int Address = 500;
    public const int Email = 254;
    public const int Host = 255;
    public const int Url = 2_000;
    public const int Links = 50;
    public const int LiveLinks = 20;
    public const int Language = 35;
    public const int ExternalId = 200;
    public const int FileName = 120;
    public const int MediaType = 100;
    public const int NetworkAddress = 64;
    public const int AuditKey = 40;

    public const int PeopleInRole = 100;
    public const int ContributionsInSession = 500;
    public const int AuthorsOfContribution = 200;

    public const int RoomParts = 50;
    public const int OpeningHours = 400;
    public const int Absences = 100;
    public const int WalkingTimes = 2_000;

    /// <summary>Sessions that are moved or edited at once.</summary>
    public const int Moves = 1_000;

    /// <summary>Conflicts that are acknowledged one by one in a request that publishes.</summary>
    public const int Acknowledgements = 1_000;

    /// <summary>Minutes that may be asked for between two sessions, in a room or on the way.</summary>
    public const int GapMinutes = 24 * 60;

    public const int Capacity = 1_000_000;
    public const int Order = 1_000_000;

    /// <summary>A conference lasts at the most this many days.</summary>
    public const int Days = 366;

    /// <summary>The bytes of an imported file, its nesting, the values in it and in one of its events, and its sessions.</summary>
    public const int ImportBytes = 64 * 1024 * 1024, ImportDepth = 64, ImportValues = 3_000_000, ImportValuesOfEvent = 20_000, ImportSessions = 50_000;

    /// <summary>The first and last day that may be entered; outside of it the zone data says little and arithmetic may overflow.</summary>
    public static readonly LocalDate Earliest = new(1900, 1, 1), Latest = new(2200, 12, 31);
}
