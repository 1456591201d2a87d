using System.Text.Json;
using System.Xml.Linq;
using Agenda.Api.Http;
using Agenda.Api.Schedules;
using Agenda.Domain.Releases;
using Microsoft.Extensions.Configuration;

namespace Agenda.Api.Tests.Schedules;

/// <summary>The schedule files of a release that is in no database.</summary>
internal static class ScheduleText
{
    public const string Root = "https://agenda.example.org";

    private static readonly PublicAddress Address = new(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", Root)]).Build());

    public static byte[] Xml(ReleaseDocument release) => FrabXmlFile.Of(Of(release));

    public static byte[] Json(ReleaseDocument release) => ScheduleJsonFile.Of(Of(release));

    public static byte[] Json2(ReleaseDocument release) => ScheduleJson2File.Of(Of(release));

    public static XElement Read(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return XElement.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public static JsonElement Schedule(byte[] json) => JsonDocument.Parse(json).RootElement.GetProperty("schedule");

    private static ExportedSchedule Of(ReleaseDocument release) => new(new PublishedAgenda(release), Address);
}
