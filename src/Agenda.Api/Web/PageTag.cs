using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Agenda.Api.Web;

/// <summary>
/// The entity tag of pages that come from a release (RFC 9110 §8.8.3), known without rendering them: it is made of all that they depend on. That is the
/// address, the state of the releases and of the files and live links beside them, the reader's language, clock and theme, this build and its settings, and what is on: the latter changes only
/// when something starts or ends, or a day does. The tag is weak, because each content coding is other bytes.
/// </summary>
internal sealed class PageTag(PublishedAgendas agendas, PublishedResources resources, LegalLinks legal, PublicAddress address, TimeProvider clock) : IEndpointFilter
{
    private static readonly ConditionalWeakTable<PublishedAgenda, Instant[]> Moments = [];

    // Nobody else's program makes the same page of the same state.
    private readonly string program = $"{typeof(PageTag).Module.ModuleVersionId} {string.Join(' ', legal.All)} {address.Root}";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // A calendar, which some addresses give as well, has a tag of its own.
        if (CalendarByAccept.IsPreferred(http.Request, CalendarByAccept.Html) || http.Request.RouteValues["slug"] is not string slug || await agendas.CurrentAsync(slug, http.RequestAborted) is not var (agenda, state))
            return await next(context);

        var tag = TagOf(http, agenda, state);
        http.Response.Headers.Vary = new([HeaderNames.AcceptLanguage, HeaderNames.Cookie]);
        if (http.Request.Headers.IfNoneMatch.Any(seen => seen?.Contains(tag, StringComparison.Ordinal) == true))
        {
            http.Response.Headers.ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var result = await next(context);
        if (result is IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })
            http.Response.Headers.ETag = tag;
        return result;
    }

    private string TagOf(HttpContext http, PublishedAgenda agenda, ReleasesState state)
    {
        var (now, request) = (clock.Now(), http.Request);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{program} {state} {resources.Of(state.Conference).StateAt(now)} {Locale.Current.Place} {http.Features.Get<ReadingPreferences>()?.Theme} {Day(agenda, now):R} {MomentOf(agenda, now)} {request.Path}{request.QueryString}");
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 12))}\"";
    }

    // Days long before and long after are all the same.
    private static LocalDate Day(PublishedAgenda agenda, Instant now)
    {
        var (today, first, last) = (agenda.Zone.At(now).Date, agenda.Days[0].PlusDays(-1), agenda.Days[^1].PlusDays(2));
        return today < first ? first : today > last ? last : today;
    }

    // How many starts and ends are past.
    private static int MomentOf(PublishedAgenda agenda, Instant now)
    {
        var moments = Moments.GetValue(agenda, static a =>
            [.. a.Sessions.Select(s => s.Times).OfType<Domain.Scheduling.SlotTimes>().SelectMany(t => new[] { t.Start.ToInstant(), t.End.ToInstant() }).Distinct().Order()]);
        var place = Array.BinarySearch(moments, now);
        return place >= 0 ? place + 1 : ~place;
    }
}
