using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Organise;

/// <summary>Where the console begins: the conferences in which the reader has a role, the latest first.</summary>
internal static class ConferenceList
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var caller = Caller.Of(http.User)!;
        var all = await caller.EnteredConferences(db).OrderByDescending(c => c.FirstDay).ThenBy(c => c.Slug)
            .Select(c => new EnteredConference(
                c.Slug, c.Name, c.FirstDay, c.LastDay, db.Releases.Where(r => r.ConferenceId == c.Id).Max(r => (int?)r.Number), db.Sessions.Count(s => s.ConferenceId == c.Id)))
            .ToListAsync(cancellation);
        return OrganisePages.Show<ConferenceListPage>(new() { [nameof(ConferenceListPage.All)] = all, [nameof(ConferenceListPage.MayAdd)] = caller.Administrator });
    }
}

/// <summary>A conference as it is entered, in a list.</summary>
public sealed record EnteredConference(string Slug, string Name, LocalDate FirstDay, LocalDate LastDay, int? Release, int Sessions);
