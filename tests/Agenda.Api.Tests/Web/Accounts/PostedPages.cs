using System.Net;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>Every form of the pages: where it goes, what it holds in a situation, and what is answered when it comes from our own page.</summary>
internal sealed record PostedPage(string Pattern, bool IsForSignedIn, HttpStatusCode Answer, Func<Situation, (string Name, string Value)[]> Fields)
{
    public string PathIn(Situation situation) => Pattern
        .Replace("{slug}", situation.Slug, StringComparison.Ordinal)
        .Replace("/set-up/{secret}", "/set-up/unknown", StringComparison.Ordinal)
        .Replace("/password/{secret}", $"/password/{situation.PasswordSecret}", StringComparison.Ordinal)
        .Replace("/invitations/{secret}", $"/invitations/{situation.InvitationSecret}", StringComparison.Ordinal)
        .Replace("/tokens/{id:guid}", $"/tokens/{situation.Token}", StringComparison.Ordinal)
        .Replace("/invitations/{id:guid}", $"/invitations/{situation.Invitation}", StringComparison.Ordinal)
        .Replace("{id:guid}", situation.Other.Id.Value.ToString(), StringComparison.Ordinal);

    public KeyValuePair<string, string>[] FieldsIn(Situation situation) => [.. Fields(situation).Select(f => new KeyValuePair<string, string>(f.Name, f.Value))];
}

internal static class PostedPages
{
    private const string New = "another password that is long";

    private static readonly Func<Situation, (string, string)[]> Nothing = _ => [];

    public static IReadOnlyList<PostedPage> All { get; } =
    [
        ForEverybody("/sign-in", s => [("email", s.Other.Email!), ("password", Somebody.Password)]),
        ForEverybody("/sign-in/code", _ => [("code", "123456")]),
        // Once there is an administrator the link is dead; the live one is tried in SetUpTests.
        ForEverybody("/account/set-up/{secret}", _ => [("name", "N"), ("email", "n@example.org"), ("newPassword", New), ("repeated", New)], HttpStatusCode.NotFound),
        ForEverybody("/account/invitations/{secret}/account", _ => [("name", "N"), ("newPassword", New), ("repeated", New)]),
        ForEverybody("/account/forgotten", s => [("email", s.Other.Email!)], HttpStatusCode.OK),
        ForEverybody("/account/password/{secret}", _ => [("newPassword", New), ("repeated", New)]),
        ForSignedIn("/sign-out", Nothing),
        ForSignedIn("/account/sign-out-everywhere", Nothing),
        ForSignedIn("/account/browsers/{id:guid}/sign-out", Nothing),
        ForSignedIn("/account/name", _ => [("name", "Forged")]),
        ForSignedIn("/account/password", _ => [("password", Somebody.Password), ("newPassword", New), ("repeated", New)]),
        ForSignedIn("/account/second-factor/begin", Nothing),
        ForSignedIn("/account/second-factor", _ => [("code", "123456")]),
        ForSignedIn("/account/second-factor/off", _ => [("password", Somebody.Password)]),
        ForSignedIn("/account/recovery-codes", _ => [("password", Somebody.Password)]),
        ForSignedIn("/account/tokens", _ => [("name", "Forged"), ("access", "Write"), ("days", "30"), ("conference", "")], HttpStatusCode.OK),
        ForSignedIn("/account/tokens/{id:guid}/revoke", Nothing),
        ForSignedIn("/account/invitations/{secret}", Nothing),
        ForSignedIn("/account/administration/accounts", s => [("name", "Forged"), ("email", $"forged.{s.Slug}@example.org"), ("administrator", "yes")], HttpStatusCode.OK),
        ForSignedIn("/account/administration/accounts/{id:guid}/password-link", Nothing, HttpStatusCode.OK),
        ForSignedIn("/account/administration/accounts/{id:guid}/remove-second-factor", Nothing),
        ForSignedIn("/account/administration/accounts/{id:guid}/disable", Nothing),
        ForSignedIn("/account/administration/accounts/{id:guid}/enable", Nothing),
        ForSignedIn("/account/administration/accounts/{id:guid}/make-administrator", Nothing),
        ForSignedIn("/account/administration/accounts/{id:guid}/unmake-administrator", Nothing),
        ForSignedIn("/account/conferences/{slug}/members/{id:guid}", _ => [("role", "Owner"), ("person", "")]),
        ForSignedIn("/account/conferences/{slug}/members/{id:guid}/remove", Nothing),
        ForSignedIn("/account/conferences/{slug}/invitations", _ => [("email", "forged@example.org"), ("role", "Owner"), ("person", ""), ("days", "14")], HttpStatusCode.OK),
        ForSignedIn("/account/conferences/{slug}/invitations/{id:guid}/withdraw", Nothing),
    ];

    private static PostedPage ForEverybody(string pattern, Func<Situation, (string, string)[]> fields, HttpStatusCode answer = HttpStatusCode.SeeOther) => new(pattern, false, answer, fields);

    private static PostedPage ForSignedIn(string pattern, Func<Situation, (string, string)[]> fields, HttpStatusCode answer = HttpStatusCode.SeeOther) => new(pattern, true, answer, fields);
}
