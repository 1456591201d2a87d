using System.Globalization;
using System.Net;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Resources;
using Agenda.Api.Security;
using Agenda.Api.Web.ConfTool;
using Agenda.Api.Web.Embed;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web;

/// <summary>The pages: HTML rendered on the server from the newest release or an older one, complete without scripts.</summary>
internal static class AgendaPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddTo(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<LegalLinks>();
        PageCompression.AddTo(services);
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<PublicConferenceConstraint>(PublicConferenceConstraint.Name));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("").ExcludeFromDescription();
        StyleSheet.Map(all);
        Scripts.Map(all);
        EmbedModule.Map(all);
        ChoosePreferences.Map(all);

        var pages = all.MapGroup("").AddEndpointFilter(WithHeaders);
        pages.MapMethods("/", Reading, StartAsync);
        pages.MapMethods("/{slug:conference}/changes", Reading, ChangesPages.ReadAsync);
        RoomPages.MapDoor(pages, Reading);
        DownloadFile.Map(pages, Reading);
        OldAddresses.Map(pages, Reading);

        var ofReleases = pages.MapGroup("").AddEndpointFilter<PageTag>();
        CalendarByAccept.Offer(ofReleases.MapMethods("/{slug:conference}", Reading, AgendaAsync));
        ofReleases.MapMethods("/{slug:conference}/sessions/{code}", Reading, SessionAsync);
        EmbedPages.Map(ofReleases, Reading);
        PeoplePages.Map(ofReleases, Reading);
        RoomPages.Map(ofReleases, Reading);
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
        string slug, [AsParameters] AgendaFilterQuery query, [FromQuery] string? release, [FromQuery] string? view, HttpRequest request, PublishedAgendas agendas,
        Renderings<ReleaseCalendar> calendars, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var (shown, instead) = await FindAsync(slug, release, agendas, cancellation);
        if (shown is null)
            return instead!;

        var (filter, all) = OpeningDay.Read(query.ToFilter());
        var selection = shown.Published.Select(filter);
        if (selection.Unknown is { } unknown)
            return Unknown(shown, filter, unknown);

        if (CalendarByAccept.IsPreferred(request, CalendarByAccept.Html))
            return FeedAnswer.Of(shown.Published, filter, selection.Sessions, calendars);

        // A grid has a day of its own.
        var read = view == "grid"
            ? new AgendaView(shown, filter, selection.Sessions, clock.Now()) { IsGrid = true }
            : AgendaView.Opened(shown, filter, all, selection.Sessions, clock.Now());
        return Page<AgendaPage>(new() { [nameof(AgendaPage.View)] = read, [nameof(AgendaPage.Subscription)] = Subscription.To(shown, filter, address) });
    }

    private static async Task<IResult> SessionAsync(
        string slug, string code, [FromQuery] string? release, PublishedAgendas agendas, PublishedResources resources, ReleaseHistories histories, PublicAddress address, TimeProvider clock,
        CancellationToken cancellation)
    {
        var (shown, instead) = await FindAsync(slug, release, agendas, cancellation);
        if (shown is null)
            return instead!;

        if (shown.Published.Session(code) is not { } session)
            return Missing(shown, code);

        var history = await histories.OfAsync(slug, cancellation) is var (_, told) ? told : null;
        return Page<SessionPage>(OfSession(shown, session, history, shown.IsOlder ? [] : resources.Of(shown.Published.Conference.Id).Of(session, clock.Now()), address));
    }

    /// <summary>What the page of a session is made of.</summary>
    public static Dictionary<string, object?> OfSession(ShownRelease shown, PublishedSession session, ReleaseHistory? history, IReadOnlyList<PublishedResource> resources, PublicAddress address) => new()
    {
        [nameof(SessionPage.Shown)] = shown,
        [nameof(SessionPage.Session)] = session,
        [nameof(SessionPage.Resources)] = resources,
        [nameof(SessionPage.News)] = history is null ? [] : SessionNews.Of(shown, session, history),
        [nameof(SessionPage.Address)] = address.Session(shown.Published.Conference.Slug, session.Code),
        // Search engines leave pages of one release out.
        [nameof(SessionPage.Data)] = shown.IsAskedFor ? null : SchemaEvent.Of(shown.Published, session, address),
    };

    private static async Task<IResult> NothingAsync(string slug, PublishedAgendas agendas, CancellationToken cancellation) =>
        Missing(await agendas.NewestAsync(slug, cancellation) is { } published ? new(slug, published, published, false) : null);

    /// <summary>The newest release, or the one that an address names; otherwise the page that says that there is none.</summary>
    public static async Task<(ShownRelease? Shown, IResult? Instead)> FindAsync(string slug, string? release, PublishedAgendas agendas, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } newest)
            return (null, Missing(null));

        var shown = new ShownRelease(slug, newest, newest, false);
        if (string.IsNullOrEmpty(release))
            return (shown, null);
        if (!int.TryParse(release, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (null, MissingRelease(shown, release, HttpStatusCode.NotFound));

        var (published, missing) = await PublishedRelease.FindAsync(slug, number, agendas, cancellation);
        return published is null ? (null, MissingRelease(shown, release, (HttpStatusCode)missing!.StatusCode)) : (new(slug, published, newest, true), null);
    }

    public static RazorComponentResult<MissingPage> Missing(ShownRelease? shown, string? code = null) =>
        Page<MissingPage>(new() { [nameof(MissingPage.Shown)] = shown, [nameof(MissingPage.Code)] = code }, HttpStatusCode.NotFound);

    /// <summary>The page that says in a sentence of ours what there is not.</summary>
    public static RazorComponentResult<MissingPage> MissingOf(ShownRelease shown, string said, HttpStatusCode status = HttpStatusCode.NotFound) =>
        Page<MissingPage>(new() { [nameof(MissingPage.Shown)] = shown, [nameof(MissingPage.Said)] = said }, status);

    private static RazorComponentResult<MissingPage> MissingRelease(ShownRelease shown, string release, HttpStatusCode status) =>
        Page<MissingPage>(
            new() { [nameof(MissingPage.Shown)] = shown, [nameof(MissingPage.Release)] = release, [nameof(MissingPage.Kept)] = status != HttpStatusCode.Gone }, status);

    public static RazorComponentResult<UnknownFilterPage> Unknown(ShownRelease shown, AgendaFilter filter, UnknownFilterValue unknown) =>
        Page<UnknownFilterPage>(
            new()
            {
                [nameof(UnknownFilterPage.Shown)] = shown,
                [nameof(UnknownFilterPage.Filter)] = filter,
                [nameof(UnknownFilterPage.Unknown)] = unknown,
            },
            HttpStatusCode.BadRequest);

    public static RazorComponentResult<T> Page<T>(Dictionary<string, object?> parameters, HttpStatusCode status = HttpStatusCode.OK)
        where T : IComponent => new(parameters) { StatusCode = (int)status, PreventStreamingRendering = true };

    private static ValueTask<object?> WithHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.ForPages;

        // A release may come at any moment: whoever keeps a copy asks whether it still holds.
        headers.CacheControl = "no-cache";
        return next(context);
    }
}
