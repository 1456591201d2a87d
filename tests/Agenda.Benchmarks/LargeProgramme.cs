using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Benchmarks;

/// <summary>A made-up programme as a schedule file: 10,000 sessions in 50 rooms on 12 days, with 15,000 roles of 6,000 people.</summary>
internal static class LargeProgramme
{
    public const int Sessions = 10_000, Rooms = 50, Days = 12, People = 6_000;

    private const int MinutesApart = 35;

    private static readonly LocalDate FirstDay = new(2027, 1, 4);

    public static async Task WriteAsync(string path)
    {
        var text = new StringBuilder("<schedule><conference><title>Large</title>")
            .Append(CultureInfo.InvariantCulture, $"<start>{Day(0)}</start><end>{Day(Days - 1)}</end><time_zone_name>Europe/Dublin</time_zone_name></conference>");
        var number = 0;
        for (var day = 0; day < Days; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<day index=\"{day + 1}\" date=\"{Day(day)}\">");
            for (var room = 0; room < Rooms; room++)
            {
                text.Append(CultureInfo.InvariantCulture, $"<room name=\"Room {room:00}\">");
                // 600 columns, as equal as 10,000 sessions can be.
                for (var left = SessionsIn((day * Rooms) + room); left > 0; left--)
                    AddEvent(text, number++, day, left - 1);
                text.Append("</room>");
            }

            text.Append("</day>");
        }

        await File.WriteAllTextAsync(path, text.Append("</schedule>").ToString());
    }

    private static int SessionsIn(int column) => (Sessions * (column + 1) / (Rooms * Days)) - (Sessions * column / (Rooms * Days));

    private static void AddEvent(StringBuilder text, int number, int day, int place)
    {
        var start = new LocalTime(9, 0).PlusMinutes(MinutesApart * place);
        text.Append(CultureInfo.InvariantCulture, $"<event guid=\"00000000-0000-4000-8000-{number:d12}\" id=\"{number}\"><date>{Day(day)}T{Time(start)}:00+00:00</date><start>{Time(start)}</start>")
            .Append(CultureInfo.InvariantCulture, $"<duration>00:30</duration><title>Session {number}</title><track>Track {number % 10}</track><type>Talk</type><language>en</language>")
            .Append("<abstract>What it is about, in a sentence or two as people write them.</abstract><persons>");
        for (var person = 0; person < 1 + (number % 2); person++)
        {
            var id = ((number * 7) + (person * 1_013)) % People;
            text.Append(CultureInfo.InvariantCulture, $"<person id=\"{id}\">Person Number {id}</person>");
        }

        text.Append("</persons></event>");
    }

    private static string Day(int day) => LocalDatePattern.Iso.Format(FirstDay.PlusDays(day));

    private static string Time(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
}
