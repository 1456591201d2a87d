using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Privacy;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.People;

/// <summary>Everything that is kept of a person, as a file for whoever asks what that is.</summary>
internal static class ExportPerson
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/people/{personId:guid}/export", HandleAsync)
        .WithSummary("Export what is kept of a person")
        .WithDescription("What is entered, their roles and texts in the programme and in each release, the accounts that are them, and what was changed about them. Also of somebody who is in old releases only, and under the ids of people whom they were merged with.");

    private static async Task<Results<Ok<PersonExport>, ProblemHttpResult>> HandleAsync(
        Guid personId, EditedConference conference, AgendaDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var id = new PersonId(personId);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == conference.Id && p.Id == id, cancellation);
        var ids = await MergedPeople.OfAsync(db, conference.Id, id, cancellation);
        var (releases, unreadable) = (new List<ExportedRelease>(), new List<int>());
        await foreach (var (number, release) in ReleaseStore.ReadAllAsync(db, conference.Id, cancellation))
        {
            if (release is null)
                unreadable.Add(number);
            else
                releases.AddRange(release.People.Where(p => ids.Contains(p.Id)).Select(p => ExportedRelease.Of(release, p)));
        }

        if (person is null && releases.Count == 0)
            return Problems.Missing("person", personId);

        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.ConferenceId == conference.Id && (s.People.Any(p => p.PersonId == id) || s.Contributions.Any(c => c.Authors.Any(a => a.PersonId == id))))
            .Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery().ToListAsync(cancellation);
        var export = new PersonExport
        {
            Conference = conference.Slug,
            ExportedAt = clock.Now(),
            Person = person is null ? null : PersonResponse.Of(person),
            ExternalId = person?.ExternalId,
            Sessions = [.. sessions.OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => ExportedSession.Of(s, id))],
            Releases = releases,
            UnreadableReleases = unreadable,
            Memberships = await db.Memberships.AsNoTracking().Where(m => m.ConferenceId == conference.Id && m.PersonId == id).OrderBy(m => m.AccountId)
                .Select(m => new ExportedMembership(m.Role, m.Since, db.Accounts.Where(a => a.Id == m.AccountId).Select(a => a.Email).FirstOrDefault())).ToListAsync(cancellation),
            Invitations = await db.Invitations.AsNoTracking().Where(i => i.ConferenceId == conference.Id && i.PersonId == id).OrderBy(i => i.Id)
                .Select(i => new ExportedInvitation(i.Email, i.Role, i.CreatedAt, i.ExpiresAt, i.UsedAt)).ToListAsync(cancellation),
            Changes = await ChangesAsync(db, conference.Id, ids, cancellation),
        };
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"person-{personId}.json");
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Ok(export);
    }

    private static async Task<List<ExportedChange>> ChangesAsync(AgendaDbContext db, ConferenceId conference, IReadOnlyList<PersonId> people, CancellationToken cancellation)
    {
        var subjects = people.Select(id => (Guid?)id.Value).ToList();
        var entries = await db.Audit.AsNoTracking().Where(e => e.ConferenceId == conference && EF.Parameter(subjects).Contains(e.Subject)).OrderBy(e => e.Key)
            .Select(e => new { e.At, e.Operation, e.Act, e.Label, e.Changes }).ToListAsync(cancellation);
        return [.. entries.Select(e => new ExportedChange(e.At, e.Operation, e.Act, e.Label, e.Changes is { } changes ? Parsed(changes) : null))];
    }

    private static JsonElement Parsed(string changes)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(changes);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(changes);
        }
    }
}
