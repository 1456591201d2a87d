using Agenda.Api.Http;
using Agenda.Api.SessionTypes;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The types of sessions.</summary>
internal static class TypesCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/types.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var types = await SessionTypeResponse.From(db.SessionTypes.Where(t => t.ConferenceId == conference.Id).OrderBy(t => t.Code)).ToListAsync(cancellation);
        var used = await KindPages.OfTypeAsync(conference, db, cancellation);
        return CsvTable.Download(
            $"types-{conference.Slug}.csv",
            [OrganiseWords.Code, OrganiseWords.Name, OrganiseWords.UsualMinutes, OrganiseWords.WhatItMeans, OrganiseWords.Sessions],
            [.. types.Select(t => (string?[])[t.Code, t.Name, Cell.Of(t.DefaultMinutes), string.Join(", ", KindPages.MeaningOf(t)), Cell.Of(used.GetValueOrDefault(t.Id))])]);
    }
}
