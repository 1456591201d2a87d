using Agenda.Domain.Releases;

namespace Agenda.Api.Tests.Calendars;

/// <summary>A release full of text as people and files really have it, and worse, as parsers that are not ours read it back.</summary>
public sealed class AnyTextInAReleaseTests
{
    // Names and titles say something.
    private static readonly string[] Texts = [.. RandomText.Many().Where(text => RandomText.AsRead(text) is not null)];

    [Theory, MemberData(nameof(IndependentReaders.All), MemberType = typeof(IndependentReaders))]
    public async Task Comes_back_as_it_was_entered(string reader)
    {
        Texts.Length.ShouldBeGreaterThan(400);
        var release = Release();
        var expected = ReleaseFeed.Expected(release);
        foreach (var (session, seen) in release.Sessions.Zip(expected.OrderBy(e => e.Uid, StringComparer.Ordinal)))
            seen.Description!.Contains(RandomText.AsRead(session.Contributions[0].Title + " – by")!, StringComparison.Ordinal).ShouldBeTrue(session.Code);

        using var folder = new FeedFolder();
        await folder.Add("a release full of random text", await ReleaseFeed.WholeAsync(release), expected);
        await folder.ShouldBeReadBy(reader);
    }

    // Every text once as title, name of a room, building, type, track, person and contribution, and as an abstract.
    private static ReleaseDocument Release() => HandmadeRelease.Document with
    {
        Conference = HandmadeRelease.Document.Conference with { Name = Texts[^1] },
        Rooms = [.. Texts.Select((text, i) => HandmadeRelease.Arbutus with { Id = new(Id(1, i)), Slug = $"room-{i}", Name = text, Building = Text(i + 1) })],
        Types = [.. Texts.Select((_, i) => HandmadeRelease.Masterclass with { Id = new(Id(2, i)), Code = $"T{i}", Name = Text(i + 2) })],
        Tracks = [.. Texts.Select((_, i) => HandmadeRelease.Networks with { Id = new(Id(3, i)), Slug = $"track-{i}", Name = Text(i + 3) })],
        People = [.. Texts.Select((_, i) => HandmadeRelease.Aoife with { Id = new(Id(4, i)), GivenName = "by " + Text(i + 4), FamilyName = Text(i + 5) })],
        Sessions = [.. Texts.Select((text, i) => HandmadeRelease.MasterclassC with
        {
            Id = new(Id(5, i)),
            Code = $"S{i:d4}",
            Title = text,
            Abstract = Text(i + 6),
            Room = new(Id(1, i)),
            Type = new(Id(2, i)),
            Track = new(Id(3, i)),
            Chairs = [new(Id(4, i))],
            Contributions = [new(new(Id(6, i)), $"S{i:d4}.1", "said " + Text(i + 7), null, 10, [new(new(Id(4, i)), Presenting: true)])],
        })],
        Withdrawn = [],
    };

    private static string Text(int i) => Texts[i % Texts.Length];

    private static Guid Id(int kind, int n) => HandmadeRelease.Guid((kind * 1_000_000) + n);
}
