namespace Agenda.Infrastructure.Interchange;

/// <summary>The formats that can be imported, by their names in the interface.</summary>
public static class ScheduleFormats
{
    /// <summary><c>schedule.xml</c> of frab, pentabarf, pretalx and others.</summary>
    public const string FrabXml = "frab-xml";

    /// <summary><c>schedule.json</c> of the c3voc, first version: days have rooms have events.</summary>
    public const string ScheduleJson = "schedule-json";

    /// <summary><c>schedule.json</c> of the c3voc, second version: one list of events.</summary>
    public const string ScheduleJson2 = "schedule-json-2";

    /// <summary>What Sessionize's API answers: its views All and GridSmart.</summary>
    public const string Sessionize = "sessionize";

    /// <summary>Who wrote a file, where this program did: its texts are Markdown, and its addresses of sessions end in their codes.</summary>
    public const string Generator = "Agenda";

    /// <summary>What schedule files of ours call it when a session has no room, track or language but the format wants one.</summary>
    public const string NoRoom = "–", NoTrack = "none", NoLanguage = "xx";

    /// <summary>The smallest of the numbers that files of ours make up; a smaller one came from somewhere.</summary>
    public const int FirstMadeNumber = 1 << 30;

    /// <summary>Sessions with their presentations, as ConfTool exports them, in XML or as a table.</summary>
    public const string ConfToolSessions = "conftool-sessions";

    /// <summary>Papers with the sessions that they are in, as ConfTool exports them.</summary>
    public const string ConfToolPapers = "conftool-papers";

    /// <summary>Users, participants or authors, as ConfTool exports them.</summary>
    public const string ConfToolPeople = "conftool-people";

    public static readonly IReadOnlyList<string> All = [FrabXml, ScheduleJson, ScheduleJson2, Sessionize, ConfToolSessions, ConfToolPapers, ConfToolPeople];
}
