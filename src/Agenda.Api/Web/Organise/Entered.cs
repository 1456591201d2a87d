using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Organise;

/// <summary>The programme as it is entered, with what its codes and ids are called.</summary>
public sealed class Entered
{
    private readonly Dictionary<Guid, (string Name, string? Affiliation)> people;

    private Entered(IReadOnlyList<SessionResponse> sessions, IReadOnlyList<Choice> types, IReadOnlyList<Choice> tracks, IReadOnlyList<Choice> rooms, Dictionary<Guid, (string Name, string? Affiliation)> people, IReadOnlySet<string> needChairs, IReadOnlySet<string> breaks) =>
        (Sessions, Types, Tracks, Rooms, this.people, NeedChairs, Breaks) = (sessions, types, tracks, rooms, people, needChairs, breaks);

    /// <summary>Those that the reader may see, by code.</summary>
    public IReadOnlyList<SessionResponse> Sessions { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Choice> Types { get; }

    /// <summary>By slug.</summary>
    public IReadOnlyList<Choice> Tracks { get; }

    /// <summary>By slug, in the order of the programme.</summary>
    public IReadOnlyList<Choice> Rooms { get; }

    /// <summary>The codes of types whose sessions are not complete without a chair.</summary>
    public IReadOnlySet<string> NeedChairs { get; }

    public IReadOnlySet<string> Breaks { get; }

    public string NameOf(Guid person) => people.GetValueOrDefault(person, ("?", null)).Name;

    /// <summary>Somebody with what tells them from others of the same name.</summary>
    public PersonInRole InRole(Guid person, bool presenting = false) => new(person, NameOf(person), people.GetValueOrDefault(person).Affiliation, presenting);

    public static string NameIn(IReadOnlyList<Choice> choices, string? value) => value is null ? "" : choices.FirstOrDefault(c => c.Value == value)?.Name ?? value;

    /// <summary>All that the reader may see, or some of it.</summary>
    internal static async Task<Entered> ReadAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation, IQueryable<Session>? some = null)
    {
        var id = conference.Id;
        var sessions = await SessionResponse.ListAsync(db, conference, (some ?? conference.SeenSessions).OrderBy(s => s.Code), cancellation);
        var types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == id).OrderBy(t => t.Code).Select(t => new { t.Code, t.Name, t.DefaultMinutes, t.NeedsChair, t.Break }).ToListAsync(cancellation);
        var tracks = await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == id).OrderBy(t => t.Slug).Select(t => new Choice(t.Slug, t.Name, null)).ToListAsync(cancellation);
        var rooms = await RoomPages.AllAsync(conference, db, cancellation);
        var people = await conference.SeenPeople.Select(p => new { p.Id, p.GivenName, p.FamilyName, p.Affiliation }).ToListAsync(cancellation);
        return new(
            sessions, [.. types.Select(t => new Choice(t.Code, t.Name, t.DefaultMinutes))], tracks, [.. rooms.Select(r => new Choice(r.Slug, r.Capacity is { } seats ? $"{r.Name} ({seats})" : r.Name, r.Capacity))],
            people.ToDictionary(p => p.Id.Value, p => (Person.NameOf(p.GivenName, p.FamilyName), p.Affiliation)), types.Where(t => t.NeedsChair).Select(t => t.Code).ToHashSet(), types.Where(t => t.Break).Select(t => t.Code).ToHashSet());
    }
}
