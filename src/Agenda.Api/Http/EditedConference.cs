using Agenda.Api.Scheduling;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>
/// The conference that an operation below <c>/conferences/{slug}</c> is about, and what its caller is there. Read only: operations on the
/// conference itself load their own.
/// </summary>
internal sealed class EditedConference(AgendaDbContext db)
{
    private Conference? conference;
    private PersonId? person;

    public Conference Conference => conference ?? throw new InvalidOperationException("The operation is not below a conference.");

    public bool Exists => conference is not null;

    public ConferenceId Id => Conference.Id;

    public string Slug => Conference.Slug;

    public ConferenceZone Zone => Conference.Zone;

    /// <summary>What the caller is here; null for nobody. An administrator is as good as an owner anywhere, also where there is no conference.</summary>
    public ConferenceRole? Role { get; private set; }

    /// <summary>Who the caller looks after only the sessions of; null for callers who see all.</summary>
    public PersonId? OnlyChairedBy => Role == ConferenceRole.Chair ? person : null;

    /// <summary>In which the caller is told of conflicts.</summary>
    public ReasonLanguage Language { get; } = new();

    /// <summary>Whether the caller sees e-mail addresses.</summary>
    public bool ShowsPrivate => Role is { } role && role.SeesPrivate();

    /// <summary>Whether the caller sees the notes of the sessions that they see at all.</summary>
    public bool ShowsNotes => Role is { } role && role.Has(Right.Chair);

    /// <summary>The sessions of this conference that the caller may see.</summary>
    public IQueryable<Session> SeenSessions
    {
        get
        {
            var (id, chair) = (Id, OnlyChairedBy);
            return chair is null
                ? db.Sessions.Where(s => s.ConferenceId == id)
                : db.Sessions.Where(s => s.ConferenceId == id && s.People.Any(p => p.PersonId == chair && p.Role == SessionRole.Chair));
        }
    }

    /// <summary>The people of this conference that the caller may see: for a chair, those of the sessions that they chair.</summary>
    public IQueryable<Person> SeenPeople
    {
        get
        {
            var id = Id;
            var people = db.People.AsNoTracking().Where(p => p.ConferenceId == id);
            if (OnlyChairedBy is null)
                return people;

            var sessions = SeenSessions;
            return people.Where(p => sessions.Any(s => s.People.Any(other => other.PersonId == p.Id) || s.Contributions.Any(c => c.Authors.Any(a => a.PersonId == p.Id))));
        }
    }

    /// <summary>Loads the conference and the caller's role in one query.</summary>
    public async Task LoadAsync(string slug, Caller caller, CancellationToken cancellation)
    {
        if (caller.Administrator)
        {
            conference = await db.Conferences.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellation);
            Role = caller.Reaches(conference?.Id) ? ConferenceRole.Owner : null;
            return;
        }

        var account = caller.Account!.Value;
        var found = await db.Conferences.AsNoTracking().Where(c => c.Slug == slug)
            .Join(db.Memberships.AsNoTracking().Where(m => m.AccountId == account), c => c.Id, m => m.ConferenceId, (c, m) => new { Conference = c, Membership = m })
            .SingleOrDefaultAsync(cancellation);
        if (found is not null && caller.Reaches(found.Conference.Id))
            (conference, Role, person) = (found.Conference, found.Membership.Role, found.Membership.PersonId);
    }

    /// <summary>Answers 404 where there is no such conference, which only administrators get to know.</summary>
    public static ValueTask<object?> MustExist(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return http.RequestServices.GetRequiredService<EditedConference>().Exists
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Missing("conference", http.GetRouteValue("slug")!));
    }
}
