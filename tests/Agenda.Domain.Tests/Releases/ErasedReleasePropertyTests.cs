using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

/// <summary>What holds when somebody is erased after any row of edits and releases, and publishing goes on.</summary>
public sealed class ErasedReleasePropertyTests
{
    private delegate void Edit(Given given, Session session, int number);

    private static readonly Edit[] Edits =
    [
        (g, s, n) => g.Revise(s, f => f with { Title = n % 2 == 0 ? "Łucja Źdźbłowska in conversation" : "Plain" }),
        (g, s, n) => g.Revise(s, f => f with { Abstract = n % 2 == 0 ? "By lucja  zdzblowska." : null }),
        (g, s, n) => g.Revise(s, f => f with { Status = (SessionStatus)(n % 3) }),
        (g, s, n) => g.Revise(s, f => f with { Chairs = n % 2 == 0 ? [g.Niamh.Id] : [g.Lucja.Id, g.Niamh.Id], Discussants = n % 3 == 0 ? [g.Lucja.Id] : [] }),
        (g, s, n) => g.Revise(s, f => Given.WithTalks(f, [.. Enumerable.Range(0, n % 3).Select(i => new ContributionFacts($"{i}", $"Of Łucja Źdźbłowska {i}")
        {
            Abstract = "Soil.", Authors = n % 2 == 0 ? [new(g.Lucja.Id, true)] : [new(g.Lucja.Id, true), new(g.Okello.Id, false)],
        })])),
        (g, s, n) => s.Place(n % 2 == 0 ? g.Willow : g.Rowan, Given.At("2027-01-12 09:00", 60 + n % 2)),
        (g, s, _) => g.Remove(s),
        (g, _, n) => g.Session($"NEW-{n}-{Guid.CreateVersion7():N}", f => f with { Title = "Źdźbłowska, Łucja" }),
    ];

    [Fact]
    public void Nothing_of_the_person_is_left_in_any_release() => Always((_, after, _) =>
    {
        foreach (var release in after)
        {
            var all = FoldedText.Of($"{release} {string.Join(' ', release.People)} {string.Join(' ', release.Sessions.SelectMany(s => s.Contributions.Select(c => $"{c}").Append($"{s}")))} {string.Join(' ', release.Withdrawn)}");
            all.ShouldNotContain("lucja");
            all.ShouldNotContain("zdzblowska");
            all.ShouldNotContain("akademia");
        }
    });

    [Fact]
    public void Numbers_ids_plans_and_sequences_stay() => Always((before, after, _) =>
    {
        foreach (var (was, now) in before.Zip(after))
        {
            (now.Number, now.PublishedAt, now.TzdbVersion).ShouldBe((was.Number, was.PublishedAt, was.TzdbVersion));
            now.Sessions.Select(s => (s.Id, s.Code, s.Sequence)).ShouldBe(was.Sessions.Select(s => (s.Id, s.Code, s.Sequence)));
            now.Sessions.Zip(was.Sessions).ShouldAllBe(pair => ReleasedSessions.SamePlan(pair.First, pair.Second) && ReleasedSessions.SamePeople(pair.First, pair.Second));
            now.Withdrawn.Select(s => (s.Id, s.Sequence)).ShouldBe(was.Withdrawn.Select(s => (s.Id, s.Sequence)));
            now.People.Select(p => p.Id).Order(ById).ShouldBe(was.People.Select(p => p.Id).Order(ById));
            new PublishedAgenda(now).Sessions.Select(s => s.Id).ShouldBe(new PublishedAgenda(was).Sessions.Select(s => s.Id));
        }
    });

    [Fact]
    public void What_reads_otherwise_says_that_it_changed_and_nothing_else_does() => Always((before, after, _) =>
    {
        foreach (var (was, now) in before.Zip(after))
        {
            var showed = was.People.Any(p => p.FamilyName == "Źdźbłowska");
            foreach (var (old, session) in was.Sessions.Zip(now.Sessions))
            {
                var changed = !ReleasedSessions.SameContent(old, session) || (showed && ErasedRelease.Shows(old, Lucja(was)));
                session.ChangedAt.ShouldBe(changed ? now.ModifiedAt : old.ChangedAt);
            }

            (now.RevisedAt is null).ShouldBe(ReferenceEquals(was, now));
            now.ModifiedAt.ShouldBeGreaterThanOrEqualTo(was.ModifiedAt);
        }
    });

    [Fact]
    public void Once_is_enough() => Always((_, after, erasure) => after.ShouldAllBe(release => ErasedRelease.Of(release, erasure, Given.Morning + Duration.FromDays(90)) == null));

    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static PersonId Lucja(ReleaseDocument release) => release.People.Single(p => p.FamilyName == "Źdźbłowska").Id;

    private static void Always(Action<IReadOnlyList<ReleaseDocument>, IReadOnlyList<ReleaseDocument>, Erasure> holds)
    {
        var revised = 0;
        Prop.ForAll(Gen.Choose(0, 9_999).ArrayOf().ToArbitrary(), numbers =>
        {
            var given = new Given();
            foreach (var code in (string[])["MC-A", "MC-B", "MC-C"])
                given.Session(code);
            var before = Releases(given, numbers);
            var erasure = new Erasure(given.Lucja.Id, new NamesInTexts([new("Łucja", "Źdźbłowska")], [], []))
            {
                Titles = numbers.Length % 2 == 0,
                OwnTalks = before.SelectMany(r => ErasedRelease.OwnTalks(r, given.Lucja.Id)).ToHashSet(),
            };
            var after = before.Select(r => ErasedRelease.Of(r, erasure, Given.Morning + Duration.FromSeconds(numbers.Length)) ?? r).ToList();
            revised += after.Count(r => r.RevisedAt is not null);
            holds(before, after, erasure);
            GoOn(given, after[^1], erasure);
        }).QuickCheckThrowOnFailure();
        revised.ShouldBeGreaterThan(100);
    }

    /// <summary>The next release is what it would have been: it comes later, and what nobody edited has not changed.</summary>
    private static void GoOn(Given given, ReleaseDocument newest, Erasure erasure)
    {
        given.Lucja.Erase(Given.Morning);
        foreach (var session in given.Programme.Sessions)
            session.Reword(erasure);
        if (Publishing.NextRelease(given.Programme, newest, new Publication(Given.Morning, "Niamh", null)).Release is not { } next)
            return;

        next.PublishedAt.ShouldBeGreaterThan(newest.ModifiedAt);
        var same = ReleaseChanges.Between(newest, next).Select(c => c.Session.Id).ToHashSet();
        foreach (var session in next.Sessions.Where(s => !same.Contains(s.Id)))
            session.ChangedAt.ShouldBe(newest.Sessions.Single(s => s.Id == session.Id).ChangedAt);
        ErasedRelease.Of(next, erasure, Given.Morning).ShouldBeNull();
    }

    private static List<ReleaseDocument> Releases(Given given, int[] numbers)
    {
        var releases = new List<ReleaseDocument> { given.Publish() };
        foreach (var number in numbers)
        {
            var sessions = given.Programme.Sessions;
            if (sessions.Count == 0)
                break;

            Edits[number % Edits.Length](given, sessions[number / 10 % sessions.Count], number / 100);
            if (number % 3 == 0 && Publishing.NextRelease(given.Programme, releases[^1], new Publication(Given.Morning, "Łucja Źdźbłowska", "For Łucja Źdźbłowska")).Release is { } next)
                releases.Add(next);
        }

        return releases;
    }
}
