using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

/// <summary>What is found by sorting and sweeping is what is found by looking at every pair, on thousands of programmes.</summary>
public sealed class ConflictPropertyTests
{
    private const int Programmes = 4_000;

    [Fact]
    public void The_sweep_finds_what_every_pair_shows()
    {
        var seen = new HashSet<ConflictRule>();
        for (var seed = 0; seed < Programmes; seed++)
        {
            var timetable = RandomProgramme.Of(seed).Timetable;

            var found = ConflictCheck.All(timetable);

            seen.UnionWith(found.Items.Select(c => c.Rule));
            Keys(found.Items).Order(StringComparer.Ordinal).ShouldBe(NaiveCheck.Of(timetable.Facts).Order(StringComparer.Ordinal), $"seed {seed}");
            found.Items.Select(c => c.Id).ShouldBeUnique($"seed {seed}");
        }

        seen.Count.ShouldBe(Enum.GetValues<ConflictRule>().Length, "the programmes break every rule");
    }

    [Fact]
    public void The_conflicts_of_some_sessions_are_those_of_all_in_which_they_are()
    {
        for (var seed = 0; seed < Programmes / 4; seed++)
        {
            var (timetable, random) = (RandomProgramme.Of(seed).Timetable, new Random(seed));
            var some = timetable.Sessions.Where(_ => random.Next(3) == 0).Select(s => s.Id).ToHashSet();

            var found = ConflictCheck.Of(timetable, some);

            Keys(found.Items).Order(StringComparer.Ordinal)
                .ShouldBe(Keys(ConflictCheck.All(timetable).Items.Where(c => some.Any(c.Involves))).Order(StringComparer.Ordinal), $"seed {seed}");
        }
    }

    [Fact]
    public void A_timetable_with_moves_is_that_of_the_moved_programme()
    {
        for (var seed = 0; seed < Programmes / 4; seed++)
        {
            var (timetable, random) = (RandomProgramme.Of(seed).Timetable, new Random(seed));
            var placements = timetable.Sessions.Select(s => s.Slot is { } slot ? new Placement(s.Room?.Id, slot) : (Placement?)null).ToArray();
            random.Shuffle(placements);
            var moves = timetable.Sessions.Select((s, i) => (s.Id, Placement: placements[i])).Where(_ => random.Next(2) == 0).ToDictionary(m => m.Id, m => m.Placement);

            var moved = timetable.With(moves);

            moved.Sessions.Select(s => s.Slot).ShouldBe(timetable.Sessions.Select(s => moves.TryGetValue(s.Id, out var to) ? to?.Slot : s.Slot));
            Keys(ConflictCheck.All(moved).Items).Order(StringComparer.Ordinal).ShouldBe(NaiveCheck.Of(moved.Facts).Order(StringComparer.Ordinal), $"seed {seed}");
            ConflictCheck.Of(moved, [.. moves.Keys]).Except(ConflictCheck.Of(timetable, [.. moves.Keys])).Select(c => c.Id)
                .ShouldBe(ConflictCheck.All(moved).Except(ConflictCheck.All(timetable)).Select(c => c.Id), ignoreOrder: true, $"seed {seed}");
        }
    }

    private static IEnumerable<string> Keys(IEnumerable<Conflict> conflicts) => conflicts.Select(c => NaiveCheck.Key(c.Rule, c.Severity, c.First.Id, c.Second?.Id, c.Person));
}
