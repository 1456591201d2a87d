using Agenda.Api.Security;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Web.Copies;

/// <summary>What browsers need to keep the agenda of a conference on the device, and to show it as an app.</summary>
internal static class CopyPages
{
    public static void AddTo(IServiceCollection services) => services.AddSingleton<ConferenceCopies>();

    public static void Map(IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("").ExcludeFromDescription();
        ServiceWorker.Map(all);
        all.MapMethods("/{slug:conference}/app.webmanifest", [HttpMethods.Get, HttpMethods.Head], WebManifest.ReadAsync);
        all.MapMethods("/{slug:conference}/copy.json", [HttpMethods.Get, HttpMethods.Head], ReadCopyAsync);
    }

    private static async Task<IResult> ReadCopyAsync(string slug, HttpResponse response, ConferenceCopies copies, PublishedAgendas agendas, CancellationToken cancellation)
    {
        // The pages that are made of it on the device keep to the same policy.
        response.Headers.ContentSecurityPolicy = SecurityHeaders.ForPages;
        return await agendas.NewestAsync(slug, cancellation) is { } agenda ? (await copies.OfAsync(agenda).WaitAsync(cancellation)).Answer : AgendaPages.Missing(null);
    }
}
