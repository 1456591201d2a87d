using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>The newest releases of several conferences as one calendar to subscribe to.</summary>
internal static class ReadCombinedFeed
{
    // More names than these say nothing any more.
    private const int MostNames = 3;

    public static void Map(RouteGroupBuilder calendars) => calendars.MapMethods("/calendars.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Subscribe to several conferences")
        .WithDescription(
            "The events of each conference's own feed, one conference after the other, in one calendar. Without a filter it also says which sessions were withdrawn. "
            + "Conferences that are published later come into the feed without `conference` by themselves.")
        .Produces<string>(StatusCodes.Status200OK, ReadFeed.MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        [AsParameters] CombinedFeedQuery query, [AsParameters] FeedFormQuery formQuery, PublishedAgendas agendas, Renderings<ReleaseCalendar> calendars, PublicAddress address,
        CancellationToken cancellation)
    {
        var (filter, form, slugs) = (query.ToFilter(), formQuery.ToForm(), query.Slugs);
        var (found, missing) = await FindAsync(slugs, agendas, cancellation);
        if (missing is not null)
            return Problems.Of(StatusCodes.Status400BadRequest, "unknown-filter-value", $"There is no conference \"{missing}\".", ("parameter", "conference"), ("value", missing));
        if (filter.Languages.FirstOrDefault(asked => found.Count > 0 && !found.Any(a => Speaks(a, asked))) is { } unknown)
            return Problems.UnknownValue("language", unknown);

        var feed = new FeedFilter(filter);
        var rendered = found.Select(calendars.Of).ToList();
        var parts = rendered.SelectMany(calendar => calendar.Parts(feed.IsEmpty ? null : Chosen(calendar.Agenda, filter), form)).ToList();
        var modifiedAt = found.Select(a => a.Document.ModifiedAt).DefaultIfEmpty(NodaConstants.UnixEpoch).Max();
        var head = CalendarHead.OfCombined(Name(found, feed), address.CombinedFeed + form.Query(Query(slugs, feed)), modifiedAt, form.Times, rendered);
        // Which conferences are the latest changes when one is removed, and the moment of the others may lie further back.
        return new Representation(new FeedContent(head, parts, form.Reminder), ReadFeed.ContentType, slugs.Length == 0 ? null : modifiedAt)
        {
            ContentDisposition = "inline; filename=conferences.ics",
            Codings = false,
        };
    }

    private static async ValueTask<(IReadOnlyList<PublishedAgenda> Found, string? Missing)> FindAsync(string[] slugs, PublishedAgendas agendas, CancellationToken cancellation)
    {
        await agendas.EnsureKnownAsync(cancellation);
        var found = new List<PublishedAgenda>();
        foreach (var slug in slugs.Length == 0 ? agendas.Slugs : slugs)
        {
            if (await agendas.NewestAsync(slug, cancellation) is { } agenda)
                found.Add(agenda);
            else if (slugs.Length > 0)
                return ([], slug);
        }

        var latest = found.OrderByDescending(a => a.Conference.FirstDay).ThenBy(a => a.Conference.Slug, StringComparer.Ordinal).Take(CombinedFeedQuery.MostConferences);
        return ([.. latest.OrderBy(a => a.Conference.Slug, StringComparer.Ordinal)], null);
    }

    // A language that only another of the conferences speaks leaves nothing of this one.
    private static IReadOnlyList<int> Chosen(PublishedAgenda agenda, AgendaFilter filter)
    {
        if (filter.Languages.Count == 0)
            return agenda.Select(filter).Sessions;

        string[] spoken = [.. filter.Languages.Where(language => Speaks(agenda, language))];
        return spoken.Length == 0 ? [] : agenda.Select(filter with { Languages = spoken }).Sessions;
    }

    private static bool Speaks(PublishedAgenda agenda, string language) => agenda.Languages.Contains(language, StringComparer.OrdinalIgnoreCase);

    private static string Name(IReadOnlyList<PublishedAgenda> found, FeedFilter filter)
    {
        var names = found.Count is 0 or > MostNames ? "Conferences" : string.Join(", ", found.Select(a => a.Conference.Name));
        return filter.IsEmpty || found.Count == 0 ? names : $"{names}: {filter.Words(found[0])}";
    }

    private static string Query(string[] slugs, FeedFilter filter)
    {
        var conferences = string.Join('&', slugs.Select(slug => $"conference={Uri.EscapeDataString(slug)}"));
        return conferences.Length == 0 ? filter.Query : filter.IsEmpty ? $"?{conferences}" : $"?{conferences}&{filter.Query[1..]}";
    }
}
