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

    /// <summary>Sessions with their presentations, as ConfTool exports them, in XML or as a table.</summary>
    public const string ConfToolSessions = "conftool-sessions";

    /// <summary>Papers with the sessions that they are in, as ConfTool exports them.</summary>
    public const string ConfToolPapers = "conftool-papers";

    /// <summary>Users, participants or authors, as ConfTool exports them.</summary>
    public const string ConfToolPeople = "conftool-people";

    public static readonly IReadOnlyList<string> All = [FrabXml, ScheduleJson, ScheduleJson2, ConfToolSessions, ConfToolPapers, ConfToolPeople];
}
