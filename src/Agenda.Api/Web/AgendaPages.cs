using System.Net;
using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Api.Security;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web;

/// <summary>The pages: HTML rendered on the server from the newest release, complete without scripts.</summary>
internal static class AgendaPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddTo(IServiceCollection services)
    {
        services.AddRazorComponents();

        // Safe over https as well: no page holds a secret beside what a reader sends.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/html", "text/css", "image/svg+xml"]));
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<PublicConferenceConstraint>(PublicConferenceConstraint.Name));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("").ExcludeFromDescription();
        StyleSheet.Map(all);

        var pages = all.MapGroup("").AddEndpointFilter(WithHeaders);
        pages.MapMethods("/", Reading, StartAsync);
        pages.MapMethods("/{slug:conference}", Reading, AgendaAsync);
        pages.MapMethods("/{slug:conference}/sessions/{code}", Reading, SessionAsync);
        pages.MapMethods("/{slug:conference}/{**rest}", Reading, NothingAsync).WithOrder(int.MaxValue);
    }

    private static async Task<IResult> StartAsync(PublishedAgendas agendas, CancellationToken cancellation)
    {
        var conferences = new List<PublishedAgenda>();
        await agendas.EnsureKnownAsync(cancellation);
        foreach (var slug in agendas.Slugs)
        {
            if (await agendas.NewestAsync(slug, cancellation) is { } conference)
                conferences.Add(conference);
        }

        var latestFirst = conferences.OrderByDescending(c => c.Conference.FirstDay).ThenBy(c => c.Conference.Name, StringComparer.OrdinalIgnoreCase);
        return Page<StartPage>(new() { [nameof(StartPage.Conferences)] = latestFirst.ToList() });
    }

    private static async Task<IResult> AgendaAsync(
        string slug, [AsParameters] AgendaFilterQuery query, PublishedAgendas agendas, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } published)
            return Missing(null);

        var filter = query.ToFilter();
        var selection = published.Select(filter);
        if (selection.Unknown is { } unknown)
            return Unknown(published, filter, unknown);

        var view = new AgendaView(published, filter, selection.Sessions, clock.Now());
        return Page<AgendaPage>(new() { [nameof(AgendaPage.View)] = view, [nameof(AgendaPage.Calendar)] = InCalendarApp(address.Feed(slug) + AgendaView.Query(filter)) });
    }

    private static async Task<IResult> SessionAsync(string slug, string code, PublishedAgendas agendas, TimeProvider clock, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } published)
            return Missing(null);

        if (published.Session(code) is not { } session)
            return Missing(published, code);

        return Page<SessionPage>(new()
        {
            [nameof(SessionPage.Published)] = published,
            [nameof(SessionPage.Session)] = session,
            [nameof(SessionPage.Now)] = published.Zone.At(clock.Now()),
        });
    }

    private static async Task<IResult> NothingAsync(string slug, PublishedAgendas agendas, CancellationToken cancellation) =>
        Missing(await agendas.NewestAsync(slug, cancellation));

    private static RazorComponentResult<MissingPage> Missing(PublishedAgenda? published, string? code = null) =>
        Page<MissingPage>(new() { [nameof(MissingPage.Published)] = published, [nameof(MissingPage.Code)] = code }, HttpStatusCode.NotFound);

    private static RazorComponentResult<UnknownFilterPage> Unknown(PublishedAgenda published, AgendaFilter filter, UnknownFilterValue unknown) =>
        Page<UnknownFilterPage>(
            new()
            {
                [nameof(UnknownFilterPage.Published)] = published,
                [nameof(UnknownFilterPage.Filter)] = filter,
                [nameof(UnknownFilterPage.Unknown)] = unknown,
            },
            HttpStatusCode.BadRequest);

    private static RazorComponentResult<T> Page<T>(Dictionary<string, object?> parameters, HttpStatusCode status = HttpStatusCode.OK)
        where T : IComponent => new(parameters) { StatusCode = (int)status, PreventStreamingRendering = true };

    private static ValueTask<object?> WithHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.ForPages;

        // Every page tells the current time, so a copy is old at once.
        headers.CacheControl = "no-cache";
        return next(context);
    }

    // Programs that take subscriptions know the address by this scheme and ask over https, or http where that is what is there.
    private static string InCalendarApp(string feed) => string.Concat("webcal", feed.AsSpan(feed.IndexOf(':', StringComparison.Ordinal)));
}
