using Agenda.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Agenda.Api.Security;

/// <summary>What an operation asks of its caller. It is checked before the body is read.</summary>
internal sealed class Needs : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    private Needs(CallerKind kind, Right? right = null)
    {
        (Kind, Right) = (kind, right);
        AuthenticationSchemes = Callers.Scheme;
    }

    /// <summary>Somebody with an account, by whatever proof.</summary>
    public static Needs AnAccount { get; } = new(CallerKind.Account);

    /// <summary>Somebody who signed in in a browser: what a token could use to get itself more than it was given asks for that.</summary>
    public static Needs ASignIn { get; } = new(CallerKind.SignedIn);

    public static Needs AnAdministrator { get; } = new(CallerKind.Administrator);

    /// <summary>Somebody with a right in the conference of the address.</summary>
    public static Needs TheRightTo(Right right) => new(CallerKind.Member, right);

    public CallerKind Kind { get; }

    /// <summary>For <see cref="CallerKind.Member"/>.</summary>
    public Right? Right { get; }

    /// <summary>Whom the operation is for, in the words of the contract.</summary>
    public string ForPeople => (Kind, Right) switch
    {
        (CallerKind.Account, _) => "everybody with an account",
        (CallerKind.SignedIn, _) => "everybody who signed in in a browser",
        (CallerKind.Administrator, _) => "administrators of the installation",
        (_, Domain.Access.Right.See) => "every role in the conference; chairs see their own sessions and who is in them",
        (_, Domain.Access.Right.Chair) => "chairs, in the sessions that they chair, and editors, organisers and owners",
        (_, Domain.Access.Right.Edit) => "editors, organisers and owners",
        (_, Domain.Access.Right.Publish) => "organisers and owners",
        _ => "owners",
    };

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal enum CallerKind
{
    Account,
    SignedIn,
    Administrator,
    Member,
}

internal static class Needing
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Needs needs)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(needs);

    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(Security.Needs.TheRightTo(right));
}
