using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Schedules;

/// <summary>A release as files that conference apps read; each is written when it is first asked for and kept, in every coding.</summary>
internal sealed class ScheduleFiles
{
    private readonly PublishedAgenda agenda;
    private readonly Lazy<KeptFile> xml, json, json2;

    public ScheduleFiles(PublishedAgenda agenda, PublicAddress address)
    {
        this.agenda = agenda;
        var schedule = new Lazy<ExportedSchedule>(() => new ExportedSchedule(agenda, address));
        xml = new(() => new(FrabXmlFile.Of(schedule.Value)));
        json = new(() => new(ScheduleJsonFile.Of(schedule.Value)));
        json2 = new(() => new(ScheduleJson2File.Of(schedule.Value)));
    }

    public Representation Xml => Answer(xml, "application/xml; charset=utf-8");

    public Representation Json => Answer(json, "application/json; charset=utf-8");

    public Representation Json2 => Answer(json2, "application/json; charset=utf-8");

    private Representation Answer(Lazy<KeptFile> file, string type) => new(file.Value.Content, type, agenda.Document.ModifiedAt) { Kept = file.Value.Coded };

    private sealed class KeptFile(byte[] bytes)
    {
        public WholeContent Content { get; } = new(bytes);

        public CodedContent Coded { get; } = new();
    }
}
