using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>What a chair says of a session.</summary>
public sealed record ChairedSessionRequest
{
    /// <summary>Markdown.</summary>
    public string? Abstract { get; init; }

    /// <summary>Markdown, for those who prepare the session; never public.</summary>
    public string? Notes { get; init; }

    /// <summary>Each contribution of the session once, in the order in which they are to be.</summary>
    public IReadOnlyList<ChairedContribution> Contributions { get; init; } = [];

    internal sealed class Rules : AbstractValidator<ChairedSessionRequest>
    {
        public Rules()
        {
            RuleFor(s => s.Abstract).Lines(Limits.Text);
            RuleFor(s => s.Notes).Lines(Limits.Text);
            RuleFor(s => s.Contributions).AtMost(Limits.ContributionsInSession);
            RuleForEach(s => s.Contributions).ChildRules(c => c.RuleFor(one => one.Minutes).InclusiveBetween(1, TimeSlot.LongestMinutes));
        }
    }
}

/// <summary>A contribution in its place.</summary>
public sealed record ChairedContribution
{
    public required Guid Id { get; init; }

    /// <summary>How long it takes.</summary>
    public int? Minutes { get; init; }
}

/// <summary>Changes what a chair looks after: the abstract and notes of a session, and the order and minutes of its contributions.</summary>
internal static class EditChairedSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/sessions/{sessionId:guid}/chairing", HandleAsync)
        .WithSummary("Edit what a chair looks after").WithMetadata(BodyLimit.Texts)
        .WithDescription("The abstract, the notes, and the order and minutes of the contributions. Chairs may do so in the sessions that they chair, editors in all.");

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, ChairedSessionRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await conference.SeenSessions.Include(s => s.Contributions.OrderBy(c => c.Position)).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        if (session.Prepare(request.Abstract, request.Notes, [.. request.Contributions.Select(c => (new ContributionId(c.Id), c.Minutes))]) is { } refusal)
            return Problems.Refused(refusal);

        await conflicts.BeginAsync([id], cancellation);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(session.Version, await SessionResponse.ReadAsync(db, conference, id, cancellation) with { Conflicts = await conflicts.EndAsync([id], cancellation) });
    }
}
