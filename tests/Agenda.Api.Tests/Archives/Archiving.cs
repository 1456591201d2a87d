using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Archives;

/// <summary>Another installation, at another address.</summary>
public sealed class ElsewhereHost : AgendaHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Agenda:PublicUrl", "https://elsewhere.example.net");
    }
}

/// <summary>Taking archives and importing them, over HTTP.</summary>
internal static class Archiving
{
    public static async Task<byte[]> Archived(this HttpClient organiser, string slug)
    {
        using var response = await organiser.GetAsync($"/api/v1/conferences/{slug}/archive", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, response.StatusCode == HttpStatusCode.OK ? null : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public static Task<Answer> ImportArchive(this HttpClient organiser, byte[] archive, string query = "") => organiser.Send(HttpMethod.Post, $"/api/v1/archives{query}", Content(archive));

    public static ByteArrayContent Content(byte[] archive)
    {
        var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return content;
    }
}
