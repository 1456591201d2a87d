using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Members;

/// <summary>Who is invited to be what.</summary>
public sealed record InvitationRequest
{
    public required string Email { get; init; }

    public required ConferenceRole Role { get; init; }

    /// <summary>The id of the person of the programme who the invited is; needed for chairs.</summary>
    public Guid? Person { get; init; }

    /// <summary>After how many days the invitation ends.</summary>
    public int Days { get; init; } = Invitation.UsualDays;

    internal sealed class Rules : AbstractValidator<InvitationRequest>
    {
        public Rules()
        {
            RuleFor(i => i.Email).Said(Limits.Email).EmailAddress();
            RuleFor(i => i.Role).IsInEnum();
            RuleFor(i => i.Days).InclusiveBetween(1, Invitation.LongestDays);
        }
    }
}

/// <summary>An invitation without its secret.</summary>
public sealed record InvitationResponse(Guid Id, string Email, ConferenceRole Role, Guid? Person, string InvitedBy, Instant CreatedAt, Instant ExpiresAt, Instant? UsedAt)
{
    internal static InvitationResponse Of(Invitation i) => new(i.Id.Value, i.Email, i.Role, i.PersonId?.Value, i.InvitedBy, i.CreatedAt, i.ExpiresAt, i.UsedAt);
}

/// <summary>A new invitation.</summary>
/// <param name="Link">To be passed on to the invited, shown this once; null where it was sent by mail.</param>
public sealed record AddedInvitation(InvitationResponse Invitation, string? Link);
