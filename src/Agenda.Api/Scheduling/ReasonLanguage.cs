using Agenda.Api.Web.Reading;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Scheduling;

/// <summary>
/// The language in which a caller is told of conflicts: that of a page; of the API, the one that <c>Accept-Language</c> prefers, or English. An answer of the
/// API that tells of any says which it is.
/// </summary>
internal sealed class ReasonLanguage
{
    private Locale locale = Locale.English;
    private bool isTold;

    /// <summary>Takes the language from what is asked.</summary>
    public void Ask(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api"))
        {
            locale = Locale.Current;
            return;
        }

        locale = ReaderLocale.OfProgram(http.Request);
        http.Response.OnStarting(() =>
        {
            if (isTold)
            {
                http.Response.Headers.ContentLanguage = locale.Language;
                http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>To be called for sentences that the answer will have.</summary>
    public Locale Tell()
    {
        isTold = true;
        return locale;
    }
}
