using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>The working state of a conference, read at one moment: what organisers edit and the public never sees.</summary>
public sealed record Programme(
    Conference Conference,
    IReadOnlyList<Building> Buildings,
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<SessionType> Types,
    IReadOnlyList<Track> Tracks,
    IReadOnlyList<Person> People,
    IReadOnlyList<Session> Sessions);
