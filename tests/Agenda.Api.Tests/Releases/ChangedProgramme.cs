using System.Globalization;
using System.Text;

namespace Agenda.Api.Tests.Releases;

/// <summary>A schedule that changes from revision to revision as real ones do: always the same way, so that a failure can be looked at again.</summary>
internal sealed class ChangedProgramme
{
    private static readonly string[] Rooms = ["Dock", "Lighthouse", "Chart room", "Boathouse"];
    private static readonly string[] Names = ["Ada Byron", "Łucja Żak", "Ngozi Okoro", "李 明", "Séamus Ó Sé", "Maja Łódź", "Bo", "Inês Sá & filhos"];

    private readonly Random random = new(20_240_108);
    private readonly List<Talk> talks = [];
    private int numbers;

    public ChangedProgramme(int talks)
    {
        for (var i = 0; i < talks; i++)
            Add();
    }

    /// <summary>The programme now, as a schedule.xml.</summary>
    public string File
    {
        get
        {
            var file = new StringBuilder("<schedule><conference><title>Tides</title><time_zone_name>Europe/Dublin</time_zone_name></conference>");
            foreach (var day in talks.Where(t => t.Present).GroupBy(t => t.Day).OrderBy(d => d.Key))
            {
                file.Append(CultureInfo.InvariantCulture, $"<day date='2024-03-{day.Key:D2}'>");
                foreach (var room in day.GroupBy(t => t.Room))
                    file.Append(CultureInfo.InvariantCulture, $"<room name='{Rooms[room.Key]}'>{string.Concat(room.Select(Event))}</room>");
                file.Append("</day>");
            }

            return file.Append("</schedule>").ToString();
        }
    }

    /// <summary>Goes on to the next revision: some talks move, others come, go or are edited.</summary>
    public void Change()
    {
        foreach (var talk in talks.Where(_ => random.Next(6) == 0).ToList())
            Change(talk);
        if (random.Next(3) == 0)
            Add();
    }

    private void Add() => talks.Add(new Talk(++numbers)
    {
        Day = 29 + random.Next(3),
        Room = random.Next(Rooms.Length),
        Hour = 9 + random.Next(9),
        Minutes = 30,
        Title = $"Talk {numbers} on <tides>",
        Abstract = "As announced.",
        People = [random.Next(Names.Length)],
    });

    private void Change(Talk talk)
    {
        switch (random.Next(10))
        {
            case 0:
                talk.Hour = 9 + random.Next(9);
                break;
            case 1:
                talk.Day = 29 + random.Next(3);
                break;
            case 2:
                talk.Room = random.Next(Rooms.Length);
                break;
            case 3:
                (talk.Room, talk.Hour) = (random.Next(Rooms.Length), 9 + random.Next(9));
                break;
            case 4:
                talk.Minutes = 30 + 15 * random.Next(4);
                break;
            case 5:
                talk.Title = $"{talk.Title.TrimEnd('!')}!";
                break;
            case 6:
                talk.Abstract = random.Next(3) == 0 ? "" : $"Version *{random.Next(100)}* & more.";
                break;
            case 7:
                talk.People = [.. Enumerable.Range(0, Names.Length).Where(_ => random.Next(3) == 0)];
                break;
            case 8:
                talk.Track = random.Next(2) == 0 ? "Deep sea" : "Coast";
                talk.Language = random.Next(2) == 0 ? "ga" : "en";
                break;
            default:
                talk.Present = !talk.Present;
                break;
        }
    }

    private static string Event(Talk t)
    {
        var people = string.Concat(t.People.Select(p => $"<person id='{p + 1}'>{Escaped(Names[p])}</person>"));
        return string.Create(CultureInfo.InvariantCulture,
            $"<event id='{t.Number}' guid='00000000-0000-4000-8000-{t.Number:D12}'><start>{t.Hour:D2}:00</start><duration>0:{t.Minutes:D2}</duration><title>{Escaped(t.Title)}</title>")
            + $"<track>{t.Track}</track><language>{t.Language}</language><abstract>{Escaped(t.Abstract)}</abstract><persons>{people}</persons></event>";
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private sealed class Talk(int number)
    {
        public int Number => number;

        public bool Present { get; set; } = true;

        public required int Day { get; set; }

        public required int Room { get; set; }

        public required int Hour { get; set; }

        public required int Minutes { get; set; }

        public required string Title { get; set; }

        public required string Abstract { get; set; }

        public required int[] People { get; set; }

        public string Track { get; set; } = "Coast";

        public string Language { get; set; } = "en";
    }
}
