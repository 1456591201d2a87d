using Agenda.Api.Http;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Conflict = Agenda.Domain.Scheduling.Conflicts.Conflict;

namespace Agenda.Api.Scheduling;

/// <summary>What is wrong with the programme, the worst first.</summary>
internal static class ListConflicts
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/conflicts", HandleAsync)
        .WithSummary("List the conflicts of the programme, the worst first")
        .WithDescription("A repeated filter means or, different ones mean and; an unknown value is an error. Worked out at the moment of asking. Chairs see those of the sessions that they chair.");

    private static async Task<Results<Ok<ConflictsResponse>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ConflictFilter filter, [AsParameters] Page page, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var timetable = await watch.ReadAsync(cancellation);
        if (filter.Unknown(timetable, conference.Zone) is { } unknown)
            return unknown;

        var found = ConflictCheck.All(timetable);
        var telling = await ConflictTelling.OfAsync(db, conference, found.Items, cancellation);
        var asked = filter.Of(found.Items.Where(c => ConflictTelling.IsSeen(c, conference)), telling, timetable).Select(c => (Key: ConflictOrder.Of(c), Conflict: c)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        var rows = asked.Where(c => page.After is not { } after || string.CompareOrdinal(c.Key, after) > 0).Take(page.Size + 1).Select(c => c.Conflict).ToList();
        var part = page.Of(rows, ConflictOrder.Of);
        return TypedResults.Ok(new ConflictsResponse([.. part.Items.Select(telling.Tell)], part.Next, ConflictCounts.Of([.. asked.Select(c => c.Conflict)], telling), found.IsComplete));
    }
}

/// <summary>One page of the conflicts of a programme.</summary>
/// <param name="Counts">Of all that the filters select, not of this page alone.</param>
/// <param name="Complete">False only where a programme has more conflicts than are looked for.</param>
public sealed record ConflictsResponse(IReadOnlyList<ConflictResponse> Items, string? Next, ConflictCounts Counts, bool Complete);

/// <summary>How many conflicts there are that are not acknowledged, by severity, and how many that are.</summary>
public sealed record ConflictCounts(int Errors, int Warnings, int Information, int Acknowledged)
{
    internal static ConflictCounts Of(IReadOnlyList<Conflict> conflicts, ConflictTelling telling)
    {
        var standing = conflicts.Where(c => !telling.IsAcknowledged(c)).ToLookup(c => c.Severity);
        var (errors, warnings, information) = (standing[Severity.Error].Count(), standing[Severity.Warning].Count(), standing[Severity.Information].Count());
        return new(errors, warnings, information, conflicts.Count - errors - warnings - information);
    }
}
