using Agenda.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>The accounts and conferences of the installation.</summary>
internal static class Administration
{
    public const string Path = "/account/administration";

    private const int PageSize = 50, LongestQuery = 254;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("", HandleAsync);

    private static Task<IResult> HandleAsync(
        [FromQuery(Name = "q")] string? query, [FromQuery(Name = "after")] string? after, HttpContext http, AgendaDbContext db, CancellationToken cancellation) =>
        ShowAsync(http, db, new(query, after), null, cancellation);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, AgendaDbContext db, Search search, PostedForm? posted, CancellationToken cancellation)
    {
        var (words, after) = (search.Query is { Length: <= LongestQuery } said ? said.Trim() : "", search.After);
        var (address, likeName) = (words.ToUpperInvariant(), $"%{Literally(words)}%");
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => words == "" || a.NormalizedEmail!.Contains(address) || EF.Functions.Like(a.Name, likeName, "\\"))
            .Where(a => after == null || string.Compare(a.NormalizedEmail, after) > 0)
            .OrderBy(a => a.NormalizedEmail).Take(PageSize + 1).ToListAsync(cancellation);
        var conferences = await db.Conferences.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Slug).Select(c => new { c.Slug, c.Name }).ToListAsync(cancellation);
        return Pages.Show<AdministrationPage>(
            http,
            new()
            {
                [nameof(AdministrationPage.Query)] = search.Query,
                [nameof(AdministrationPage.Accounts)] = accounts.Take(PageSize).ToList(),
                [nameof(AdministrationPage.Next)] = accounts.Count > PageSize ? accounts[PageSize - 1].NormalizedEmail : null,
                [nameof(AdministrationPage.Asking)] = await db.Accounts.AsNoTracking().Where(a => a.ResetRequestedAt != null).OrderBy(a => a.ResetRequestedAt).Take(PageSize).ToListAsync(cancellation),
                [nameof(AdministrationPage.Conferences)] = conferences.Select(c => (c.Slug, c.Name)).ToList(),
            },
            posted);
    }

    private static string Literally(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>What is looked for, and after which address the list goes on.</summary>
    internal sealed record Search(string? Query = null, string? After = null);
}
