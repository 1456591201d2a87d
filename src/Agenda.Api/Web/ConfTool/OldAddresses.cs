using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Agenda.Api.Web.ConfTool;

/// <summary>
/// The addresses that ConfTool has for an agenda, so that old links live on: each leads to the view that matches, and to the agenda where nothing does.
/// They lead nowhere but to pages of the same conference, and the new address has nothing in it that was not found in the release.
/// </summary>
internal static class OldAddresses
{
    private static readonly string[] Names = ["index.php", "sessions.php"];

    public static void Map(IEndpointRouteBuilder pages, string[] reading)
    {
        foreach (var name in Names)
        {
            pages.MapMethods($"/{name}", reading, WithoutSlugAsync);
            pages.MapMethods($"/{{slug:conference}}/{name}", reading, WithSlugAsync);
        }
    }

    private static async Task<IResult> WithSlugAsync(string slug, [AsParameters] OldQuery query, PublishedAgendas agendas, CancellationToken cancellation) =>
        await agendas.NewestAsync(slug, cancellation) is { } agenda ? Results.LocalRedirect(Address(agenda, query)) : AgendaPages.Missing(null);

    // A ConfTool has one conference.
    private static async Task<IResult> WithoutSlugAsync([AsParameters] OldQuery query, PublishedAgendas agendas, CancellationToken cancellation)
    {
        await agendas.EnsureKnownAsync(cancellation);
        return Results.LocalRedirect(agendas.Slugs is [var only] && await agendas.NewestAsync(only, cancellation) is { } agenda ? Address(agenda, query) : "/");
    }

    internal static string Address(PublishedAgenda agenda, OldQuery query)
    {
        var shown = ShownRelease.TheNewest(agenda);
        if (query.Session is { Length: > 0 } number && SessionOf(agenda, number) is { } session)
            return shown.Of(session);

        var address = query.Date == "all" ? shown.WholeAgenda
            : query.Date is { } said && LocalDatePattern.Iso.Parse(said).TryGetValue(default, out var day) && agenda.Days.Contains(day) ? shown.On(day)
            : shown.Agenda;
        return query.Mode != "table" ? address : address + (address.Contains('?', StringComparison.Ordinal) ? "&view=grid" : "?view=grid");
    }

    // Imports know sessions by GUID, number or code; a link has one of them without saying which.
    private static PublishedSession? SessionOf(PublishedAgenda agenda, string number)
    {
        string[] keys = [$"id:{number}", $"guid:{number}", $"code:{number}"];
        return agenda.Sessions.FirstOrDefault(s => s.Released.ExternalId is { } key && keys.Contains(key, StringComparer.Ordinal));
    }
}

/// <summary>What ConfTool's addresses say and we can follow; the number of a room is known to nobody here.</summary>
internal readonly struct OldQuery
{
    [FromQuery(Name = "form_date")]
    public string? Date { get; init; }

    [FromQuery(Name = "form_session")]
    public string? Session { get; init; }

    [FromQuery(Name = "mode")]
    public string? Mode { get; init; }
}
