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

    public static readonly IReadOnlyList<string> All = [FrabXml, ScheduleJson, ScheduleJson2];
}
