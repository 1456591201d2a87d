namespace Agenda.Api.Web.Accounts;

/// <summary>The answer that shows a secret, this once: it is not kept, so it cannot be a page to come back to.</summary>
internal static class ShownSecret
{
    /// <param name="http">The request.</param>
    /// <param name="next">Where to go on.</param>
    /// <param name="title">What it is.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="advice">What to do with it; each is a paragraph.</param>
    public static IResult Page(HttpContext http, string next, string title, string secret, params IReadOnlyList<string> advice) => Pages.Show<ShownSecretPage>(
        http,
        new()
        {
            [nameof(ShownSecretPage.Title)] = title,
            [nameof(ShownSecretPage.Secret)] = secret,
            [nameof(ShownSecretPage.Advice)] = advice,
            [nameof(ShownSecretPage.Next)] = next,
        });
}
