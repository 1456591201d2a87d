using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Organise;

/// <summary>What every page of a conference's console knows: which conference, who reads, and what they may do.</summary>
/// <param name="Release">The number of the newest release; null before the first.</param>
/// <param name="Address">The path of the page that is read.</param>
/// <param name="Reader">What whoever reads is called.</param>
public sealed record Desk(string Slug, string Name, LocalDate FirstDay, LocalDate LastDay, string TimeZone, string? Colour, int? Release, ConferenceRole Role, string Address, string Reader, bool IsAdministrator)
{
    /// <summary>The conference in the API.</summary>
    public string Api => $"/api/v1/conferences/{Slug}";

    public bool MayEdit => Role.Has(Right.Edit);

    public bool MayPublish => Role.Has(Right.Publish);

    public bool MayOwn => Role.Has(Right.Own);

    public IEnumerable<LocalDate> Days => Enumerable.Range(0, Period.DaysBetween(FirstDay, LastDay) + 1).Select(FirstDay.PlusDays);

    /// <summary>A page of this console, such as <c>/rooms</c>.</summary>
    public string Of(string page = "") => OrganisePages.Of(Slug, page);

    internal static async Task<Desk> OfAsync(HttpContext http, EditedConference edited, AgendaDbContext db, CancellationToken cancellation)
    {
        var (conference, caller) = (edited.Conference, Caller.Of(http.User)!);
        var release = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == edited.Id).MaxAsync(r => (int?)r.Number, cancellation);
        return new(
            conference.Slug, conference.Name, conference.FirstDay, conference.LastDay, conference.TimeZone, conference.Colour, release, edited.Role!.Value, http.Request.Path, caller.Name, caller.Administrator);
    }
}
