using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Web.Reading;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Web.Copies;

/// <summary>How the pages of a conference stand on the screen of a telephone, as an app of its own (W3C Web Application Manifest).</summary>
internal static class WebManifest
{
    private const string Paper = "#fdfdfa";

    public static async Task<IResult> ReadAsync(string slug, PublishedAgendas agendas, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } agenda)
            return AgendaPages.Missing(null);

        var (home, name) = ($"/{agenda.Conference.Slug}", agenda.Conference.Name);
        var manifest = new
        {
            id = home,
            start_url = home,
            scope = "/",
            name,
            lang = Locale.Current.Language,
            display = "standalone",
            theme_color = Paper,
            background_color = Paper,
            icons = new[] { new { src = StyleSheet.SignAddress, type = "image/svg+xml", sizes = "any", purpose = "any" } },
        };
        return new Representation(new WholeContent(JsonSerializer.SerializeToUtf8Bytes(manifest)), "application/manifest+json", null) { CacheControl = "no-cache" };
    }
}
