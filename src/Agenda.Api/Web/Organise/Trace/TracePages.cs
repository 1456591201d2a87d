using Agenda.Api.Audit;
using Agenda.Api.Http;
using Agenda.Domain.People;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise.Trace;

/// <summary>Who changed what in a conference, newest first, and the same as a table.</summary>
internal static class TracePages
{
    private const int OnAPage = 50;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/audit", HandleAsync);
        pages.MapGet("/audit.csv", Download);
    }

    private static async Task<IResult> HandleAsync([AsParameters] TraceFilter filter, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var after = string.IsNullOrEmpty(filter.After) ? null : filter.After;
        var entries = await AuditEntryResponse.NewestFirst(filter.Of(conference.Id, conference.Zone, db.Audit), after, OnAPage + 1).ToListAsync(cancellation);
        var shown = entries.Take(OnAPage).ToList();
        return OrganisePages.Show<TracePage>(new()
        {
            [nameof(TracePage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(TracePage.Filter)] = filter,
            [nameof(TracePage.Accounts)] = await AccountsAsync(conference, db, cancellation),
            [nameof(TracePage.Edits)] = shown.Select(e => new ToldEdit(EditWords.Of(e), AuditEntryResponse.Of(e))).ToList(),
            [nameof(TracePage.Subject)] = await SubjectAsync(filter, conference, db, cancellation),
            [nameof(TracePage.Names)] = await conference.SeenPeople.Select(p => new { p.Id, p.GivenName, p.FamilyName })
                .ToDictionaryAsync(p => p.Id.Value, p => Person.NameOf(p.GivenName, p.FamilyName), cancellation),
            [nameof(TracePage.Next)] = entries.Count > OnAPage ? shown[^1].Key : null,
        });
    }

    private static PushStreamHttpResult Download([AsParameters] TraceFilter filter, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var entries = filter.Of(conference.Id, conference.Zone, db.Audit);
        return CsvTable.Download($"audit-{conference.Slug}.csv", table => AuditCsv.WriteAsync(entries, table, cancellation));
    }

    // All who ever did something here, by the name that they had then.
    private static async Task<List<Choice>> AccountsAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        var all = await db.Audit.AsNoTracking().Where(e => e.ConferenceId == id && e.AccountId != null).GroupBy(e => e.AccountId!.Value)
            .Select(g => new { g.Key, Name = g.Max(e => e.By)! }).ToListAsync(cancellation);
        return [.. all.OrderBy(a => a.Name, StringComparer.CurrentCulture).Select(a => new Choice(a.Key.Value.ToString(), a.Name))];
    }

    // What the one session or person that is asked for is called in the programme, or was when it was last edited.
    private static async Task<string?> SubjectAsync(TraceFilter filter, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(filter.Session) && string.IsNullOrEmpty(filter.Person))
            return null;

        var kind = string.IsNullOrEmpty(filter.Session) ? Infrastructure.Audit.AuditKinds.Person : Infrastructure.Audit.AuditKinds.Session;
        var of = filter with { Account = null, Kind = kind, From = null, Until = null };
        return await of.Of(conference.Id, conference.Zone, db.Audit).OrderByDescending(e => e.Key).Select(e => e.Label).FirstOrDefaultAsync(cancellation) ?? "?";
    }
}

/// <summary>An edit, and what was done in a few words.</summary>
public sealed record ToldEdit(string Sentence, AuditEntryResponse Entry);
