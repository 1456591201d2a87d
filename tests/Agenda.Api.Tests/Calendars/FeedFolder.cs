using System.Text.Json;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Feeds laid down as files, each with what everybody who reads it should see: a reader reads many in one go.</summary>
internal sealed class FeedFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("agenda-feeds-").FullName;
    private readonly List<(string Address, IReadOnlyList<SeenEvent> Expected)> feeds = [];

    public int Events => feeds.Sum(feed => feed.Expected.Count);

    public int Feeds => feeds.Count;

    /// <summary>Adds a feed. Descriptions of which nothing is expected are not compared.</summary>
    public async Task Add(string address, byte[] feed, IReadOnlyList<SeenEvent> expected)
    {
        await File.WriteAllBytesAsync(Path.Combine(path, $"{feeds.Count:d5}.ics"), feed, TestContext.Current.CancellationToken);
        feeds.Add((address, expected));
    }

    /// <summary>Each feed is read without an error and holds the expected events in their order, none twice.</summary>
    public async Task ShouldBeReadBy(string reader, string machineZone = "UTC")
    {
        var seen = await IndependentReaders.Read(reader, path, machineZone);
        seen.Count.ShouldBe(feeds.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{reader} in {machineZone}: {feeds.Count} feeds with {Events} events");
        foreach (var (feed, (address, expected)) in seen.Zip(feeds))
        {
            var who = $"{reader} on a machine in {machineZone} reads {address}";
            feed.Errors.ShouldBeEmpty(who);
            feed.Events.Select(e => e.Uid).ShouldBeUnique(who);
            feed.Events.Count.ShouldBe(expected.Count, who);
            foreach (var (told, meant) in feed.Events.Zip(expected))
                Compare(told, meant, reader, who);
        }
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private static void Compare(SeenEvent told, SeenEvent meant, string reader, string who)
    {
        if (meant.Description is null)
            told = told with { Description = null };
        // Icalendar 4 takes a backslash and an n for a line break although the backslash itself is escaped.
        if (reader == IndependentReaders.Icalendar && meant.ToString().Contains('\\'))
            told = meant with { Uid = told.Uid, Start = told.Start, End = told.End };
        // Libical drops blanks at both ends of a value, and of each category.
        if (reader == IndependentReaders.Libical)
            (told, meant) = (WithoutBlanks(told), WithoutBlanks(meant));
        if (told != meant)
            Assert.Fail($"{who}, {meant.Uid}: {FirstDifference(told.ToString(), meant.ToString())}");
    }

    private static SeenEvent WithoutBlanks(SeenEvent seen) => seen with
    {
        Summary = Trimmed(seen.Summary),
        Location = Trimmed(seen.Location),
        Description = Trimmed(seen.Description),
        Categories = seen.Categories is { } categories ? string.Join(',', categories.Split(',').Select(Trimmed)) : null,
    };

    private static string? Trimmed(string? text) => text?.Trim(' ', '\t');

    // The whole of both texts would fill screens.
    private static string FirstDifference(string told, string meant)
    {
        var at = told.Zip(meant).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => JsonSerializer.Serialize(text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 30)]);
        return $"seen {Around(told)}, meant {Around(meant)}";
    }
}
