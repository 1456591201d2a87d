namespace Agenda.Api.Web.Reading;

/// <summary>What a reader chose, as a cookie keeps it; null for what is as the browser says.</summary>
/// <param name="Language">One of those that the pages have.</param>
/// <param name="TwelveHours">Whether the clock has 12 hours.</param>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
internal sealed record ReadingPreferences(string? Language, bool? TwelveHours, string? Theme)
{
    private const string Name = "agenda-reading";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>What the browser brings; a cookie that makes no sense is as good as none.</summary>
    public static ReadingPreferences Of(HttpRequest request)
    {
        var parts = request.Cookies[Name]?.Split('.') ?? [];
        return Of(parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    public static ReadingPreferences Of(string? language, string? hours, string? theme) => new(
        Locale.All.Any(l => l.Language == language) ? language : null,
        hours switch { "12" => true, "24" => false, _ => null },
        theme is "light" or "dark" ? theme : null);

    public void Keep(HttpResponse response, bool secure) =>
        response.Cookies.Append(Name, $"{Language}.{TwelveHours switch { true => "12", false => "24", null => "" }}.{Theme}", new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = secure,
        });
}
