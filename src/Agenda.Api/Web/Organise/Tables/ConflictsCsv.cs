using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The conflicts that the reader may see, the worst first, and which of them are accepted.</summary>
internal static class ConflictsCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/conflicts.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync(EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var all = await ConflictList.AllAsync(conference, watch, db, cancellation);
        return CsvTable.Download(
            $"conflicts-{conference.Slug}.csv",
            [
                OrganiseWords.Severity, OrganiseWords.Conflict, OrganiseWords.Sessions, OrganiseWords.People, OrganiseWords.Room, OrganiseWords.Day, OrganiseWords.WhatIsWrong, OrganiseWords.Draft,
                OrganiseWords.AcceptedByWhom, OrganiseWords.AcceptedWhen, OrganiseWords.Reason,
            ],
            [.. all.Select(LineOf)]);
    }

    private static string?[] LineOf(ConflictResponse c) =>
    [
        ConflictWords.Name(c.Severity), ConflictWords.Title(c.Rule), string.Join("; ", c.Sessions.Select(s => s.Code)), string.Join("; ", c.People.Select(p => p.Name)), c.Room, Cell.Of(c.Day), c.Reason,
        c.Draft ? OrganiseWords.Yes : OrganiseWords.No, c.Acknowledged?.By, c.Acknowledged is { } accepted ? TimeJson.Utc.Format(accepted.At) : null, c.Acknowledged?.Reason,
    ];
}
