using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Members;

/// <summary>Which account is to be what.</summary>
public sealed record AddMemberRequest
{
    /// <summary>The id of an account.</summary>
    public required Guid Account { get; init; }

    public required ConferenceRole Role { get; init; }

    /// <summary>The id of the person of the programme who the member is; needed for chairs.</summary>
    public Guid? Person { get; init; }

    internal sealed class Rules : AbstractValidator<AddMemberRequest>
    {
        public Rules() => RuleFor(m => m.Role).IsInEnum();
    }
}

/// <summary>Gives an account a role: administrators name owners that way. Owners, who do not know which accounts there are, invite.</summary>
internal static class AddMember
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/members", HandleAsync).WithSummary("Give an account a role");

    private static async Task<Results<TaggedCreated<MemberResponse>, ProblemHttpResult>> HandleAsync(
        AddMemberRequest request, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var id = new AccountId(request.Account);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Problems.Refused(AccessRefusals.UnknownAccount(request.Account));
        if (await db.Memberships.AnyAsync(m => m.ConferenceId == conference.Id && m.AccountId == id, cancellation))
            return Problems.Refused(AccessRefusals.MemberAlready());

        var (person, refusal) = await MemberRow.WhoAsync(db, conference.Conference, request.Role, request.Person, cancellation);
        if (refusal is not null)
            return Problems.Refused(refusal);

        var membership = new Membership(conference.Id, id, request.Role, person, clock.Now());
        db.Memberships.Add(membership);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/members/{id.Value}", membership.Version, new MemberRow(membership, account).Response);
    }
}
