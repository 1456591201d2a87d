namespace Agenda.Api.Tests.Web.Mine;

/// <summary>A published conference with four sessions to star, of which the first two clash.</summary>
internal static class MineConference
{
    private static int unique;

    public static async Task<(Given Given, Dictionary<string, string> Ids)> Published(AgendaHost host)
    {
        var given = await Given.Conference(host, $"starred-{Interlocked.Increment(ref unique)}");
        await given.Room("Hall", 100);
        await given.Type("MC", "Masterclass");
        var ids = new Dictionary<string, string>();
        foreach (var (code, title, start, minutes) in ((string, string, string, int)[])[
            ("MC-1", "First", "2024-01-08T09:00:00", 60), ("MC-2", "Second", "2024-01-08T09:30:00", 60), ("MC-3", "Third", "2024-01-08T11:45:00", 45), ("MC-4", "Fourth", "2024-01-09T09:00:00", 45)])
        {
            var session = await given.Session(code, title);
            ids[code] = $"{session.Id}";
            await given.Placed(session, "hall", start, minutes);
        }

        await given.PublishedAsItIs();
        return (given, ids);
    }
}
