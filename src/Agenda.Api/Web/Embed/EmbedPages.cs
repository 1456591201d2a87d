using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Api.Web.Reading;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Embed;

/// <summary>
/// The agenda for a frame in a conference's own site: nothing around it, no scripts, nothing that is sent, and so nothing that another site could make
/// a reader do.
/// </summary>
internal static class EmbedPages
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

    public static void Map(RouteGroupBuilder pages, string[] reading) => pages.MapMethods("/{slug:conference}/embed", reading, ReadAsync);

    private static async Task<IResult> ReadAsync(
        string slug, [AsParameters] AgendaFilterQuery query, [FromQuery] string? view, [FromQuery] string? theme, HttpContext http, PublishedAgendas agendas, TimeProvider clock,
        CancellationToken cancellation)
    {
        http.Response.OnStarting(AllowFrames, http.Response);
        var (shown, instead) = await AgendaPages.FindAsync(slug, null, agendas, cancellation);
        if (shown is null)
            return instead!;

        // The site around it chooses, not the reader.
        if (theme is "light" or "dark")
            http.Features.Set((http.Features.Get<ReadingPreferences>() ?? ReadingPreferences.Of(null, null, null)) with { Theme = theme });

        var (filter, all) = OpeningDay.Read(query.ToFilter());
        var selection = shown.Published.Select(filter);
        if (selection.Unknown is { } unknown)
            return AgendaPages.Unknown(shown, filter, unknown);

        var now = clock.Now();
        var read = view == "grid" ? new AgendaView(shown, filter, selection.Sessions, now) { IsGrid = true } : AgendaView.Opened(shown, filter, all, selection.Sessions, now);
        return AgendaPages.Page<EmbedPage>(new() { [nameof(EmbedPage.View)] = read });
    }

    // Last of all: pages have a stricter one.
    private static Task AllowFrames(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.Remove("Cross-Origin-Opener-Policy");
        return Task.CompletedTask;
    }
}
