using Agenda.Domain.Access;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Members;

/// <summary>What a member of a conference is to be.</summary>
public sealed record MemberRequest
{
    public required ConferenceRole Role { get; init; }

    /// <summary>The id of the person of the programme who the member is; needed for chairs, whose sessions are those that this person chairs.</summary>
    public Guid? Person { get; init; }

    internal sealed class Rules : AbstractValidator<MemberRequest>
    {
        public Rules() => RuleFor(m => m.Role).IsInEnum();
    }
}

/// <summary>Somebody with a role in the conference; <paramref name="Account"/> is the id of the account.</summary>
public sealed record MemberResponse(Guid Account, string Name, string Email, ConferenceRole Role, Guid? Person, bool Disabled, Instant Since, int Version);
