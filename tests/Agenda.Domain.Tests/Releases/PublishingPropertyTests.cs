using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

/// <summary>What holds after any row of edits and releases.</summary>
public sealed class PublishingPropertyTests
{
    private delegate void Edit(Given given, Session session, int number);

    // Each number that FsCheck makes is one edit of one session; every third publishes as well.
    private static readonly Edit[] Edits =
    [
        (g, s, n) => g.Revise(s, f => f with { Title = $"Title {n % 3}" }),
        (g, s, n) => g.Revise(s, f => f with { Status = (SessionStatus)(n % 3) }),
        (g, s, n) => s.Place(n % 2 == 0 ? g.Willow : g.Rowan, Given.At("2027-01-12 09:00", 60 + n % 2)),
        (_, s, _) => s.Move(null),
        (g, s, n) => g.Revise(s, f => f with { Chairs = n % 2 == 0 ? [g.Niamh.Id] : [g.Lucja.Id, g.Niamh.Id] }),
        (g, s, n) => g.Revise(s, f => Given.WithTalks(f, [.. Enumerable.Range(0, n % 4).Select(i => new ContributionFacts($"{i}", $"Talk {n % 2}"))])),
        (g, s, _) => g.Remove(s),
        (g, _, n) => g.Session($"NEW-{n}-{Guid.CreateVersion7():N}"),
        (g, _, n) => g.Niamh.Revise(new("Niamh", $"Name {n % 2}")),
        (g, _, n) => g.Conference.Revise(Given.Facts(n % 2 == 0 ? "Europe/Dublin" : "Europe/Paris")),
    ];

    [Fact]
    public void Releases_have_rising_numbers_and_times() => Always((older, newer) =>
    {
        newer.Number.ShouldBe(older.Number + 1);
        newer.PublishedAt.ShouldBeGreaterThan(older.PublishedAt);
    });

    [Fact]
    public void Drafts_and_addresses_never_come_out() => Always((_, newer) =>
    {
        newer.Sessions.ShouldAllBe(s => s.Status != SessionStatus.Draft);
        newer.ToString().ShouldNotContain("@");
    });

    [Fact]
    public void A_session_once_published_is_either_there_or_withdrawn() => Always((older, newer) =>
        Ids(older).Except(Ids(newer)).ShouldBeEmpty());

    [Fact]
    public void A_session_is_never_both_there_and_withdrawn() => Always((_, newer) => Ids(newer).Count().ShouldBe(Ids(newer).Distinct().Count()));

    [Fact]
    public void Sequences_never_fall_and_rise_with_every_other_time_room_or_status() => Always((older, newer) =>
    {
        foreach (var change in ReleaseChanges.Between(older, newer).Where(c => c.Before is not null && c.After is not null))
        {
            var moved = !ReleasedSessions.SamePlan(change.Before!, change.After!);
            change.After!.Sequence.ShouldBe(change.Before!.Sequence + (moved ? 1 : 0));
            change.Kinds.Intersect([ChangeKind.Moved, ChangeKind.RoomChanged, ChangeKind.Cancelled, ChangeKind.Reinstated]).Any().ShouldBe(moved);
        }

        foreach (var session in newer.Withdrawn)
            session.Sequence.ShouldBeGreaterThanOrEqualTo(older.Sessions.Where(s => s.Id == session.Id).Select(s => s.Sequence).SingleOrDefault());
    });

    [Fact]
    public void A_session_that_changed_says_so_and_the_others_keep_still() => Always((older, newer) =>
    {
        var changed = ReleaseChanges.Between(older, newer).Select(c => c.Session.Id).ToHashSet();
        foreach (var session in newer.Sessions.Where(s => changed.Contains(s.Id)))
            session.ChangedAt.ShouldBe(newer.PublishedAt);
        foreach (var session in newer.Sessions.Where(s => !changed.Contains(s.Id) && s.ChangedAt != newer.PublishedAt))
            session.ChangedAt.ShouldBe(older.Sessions.Single(s => s.Id == session.Id).ChangedAt);
    });

    [Fact]
    public void The_changes_lead_from_the_older_to_the_newer() => Always((older, newer) =>
    {
        var sessions = older.Sessions.ToDictionary(s => s.Id);
        foreach (var change in ReleaseChanges.Between(older, newer))
        {
            sessions.Remove(change.Session.Id);
            if (change.After is { } after)
                sessions.Add(after.Id, after);
        }

        sessions.Count.ShouldBe(newer.Sessions.Count);
        newer.Sessions.ShouldAllBe(s => ReleasedSessions.SameContent(s, sessions[s.Id]));
    });

    [Fact]
    public void Every_release_can_be_read() => Always((_, newer) => new PublishedAgenda(newer).Sessions.Count.ShouldBe(newer.Sessions.Count));

    private static IEnumerable<SessionId> Ids(ReleaseDocument release) => release.Sessions.Select(s => s.Id).Concat(release.Withdrawn.Select(s => s.Id));

    private static void Always(Action<ReleaseDocument, ReleaseDocument> holds)
    {
        var releases = 0;
        Prop.ForAll(Gen.Choose(0, 9_999).ArrayOf().ToArbitrary(), numbers =>
        {
            foreach (var (older, newer) in Releases(numbers))
            {
                releases++;
                holds(older, newer);
            }
        }).QuickCheckThrowOnFailure();
        releases.ShouldBeGreaterThan(300);
    }

    private static IEnumerable<(ReleaseDocument Older, ReleaseDocument Newer)> Releases(int[] numbers)
    {
        var given = new Given();
        foreach (var code in (string[])["MC-A", "MC-B", "MC-C"])
            given.Session(code);

        var release = given.Publish();
        foreach (var number in numbers)
        {
            var sessions = given.Programme.Sessions;
            if (sessions.Count == 0)
                yield break;

            Edits[number % Edits.Length](given, sessions[number / 10 % sessions.Count], number / 100);
            var publication = new Publication(release.PublishedAt + Duration.FromSeconds(number % 5), "Niamh", null);
            if (number % 3 > 0 || Publishing.NextRelease(given.Programme, release, publication).Release is not { } next)
                continue;

            yield return (release, next);
            release = next;
        }
    }
}
