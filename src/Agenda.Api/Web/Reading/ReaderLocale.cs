using System.Globalization;
using Agenda.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Web.Reading;

/// <summary>
/// Finds out how the reader of a page reads: by the address (<c>lang=de</c>), which is remembered, by what they chose before, then by what their browser
/// says. Programs that read the API get English, but for what is told by <see cref="OfProgram"/>.
/// </summary>
internal sealed class ReaderLocale(RequestDelegate next, PublicAddress address)
{
    public const string Parameter = "lang";

    private const int MostLanguages = 16;

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/calendars") || path.StartsWithSegments("/static"))
        {
            // Whatever the machine speaks.
            CultureInfo.CurrentUICulture = Locale.English;
            return next(context);
        }

        var preferences = ReadingPreferences.Of(context.Request);
        if (context.Request.Query[Parameter].ToString() is { Length: > 0 } asked && ReadingPreferences.Of(asked, null, null).Language is { } language && language != preferences.Language)
        {
            preferences = preferences with { Language = language };
            preferences.Keep(context.Response, address.IsTls);
        }

        context.Features.Set(preferences);
        CultureInfo.CurrentUICulture = Of(preferences, Accepted(context.Request));
        return next(context);
    }

    /// <summary>The one that a program asks for, with 24 hours.</summary>
    internal static Locale OfProgram(HttpRequest request) => Of(ReadingPreferences.Of(null, null, null) with { TwelveHours = false }, Accepted(request));

    /// <summary>The locale of a reader who chose, and whose browser asks for these languages, best first.</summary>
    internal static Locale Of(ReadingPreferences preferences, IReadOnlyList<string> accepted)
    {
        var tag = accepted.FirstOrDefault(a => Locale.All.Any(l => l.Language == LanguageOf(a)));
        var language = preferences.Language ?? (tag is null ? Locale.English.Language : LanguageOf(tag));
        return Locale.Of(language, preferences.TwelveHours ?? (accepted.Count > 0 && HasTwelveHours(tag ?? accepted[0]))) ?? Locale.English;
    }

    private static string[] Accepted(HttpRequest request) =>
    [
        .. request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is not 0 && l.Value.Length is > 1 and < 36).OrderByDescending(l => l, StringWithQualityHeaderValueComparer.QualityComparer)
            .Take(MostLanguages).Select(l => l.Value.ToString()),
    ];

    private static string LanguageOf(string tag) => tag.Split('-')[0].ToLowerInvariant();

    // Only a region says how clocks are read: English alone is read everywhere.
    private static bool HasTwelveHours(string tag)
    {
        try
        {
            return tag.Contains('-', StringComparison.Ordinal) && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DateTimeFormat.ShortTimePattern.Contains('h', StringComparison.Ordinal);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
