using Agenda.Domain;

namespace Agenda.Infrastructure.Releases;

/// <summary>What tells whether releases in memory are those of the database.</summary>
/// <param name="Conference">Whose releases they are.</param>
/// <param name="Newest">The number of the newest.</param>
/// <param name="Revisions">How often any of them was revised: it only rises.</param>
/// <param name="UidHost">The host of its sessions' UIDs; null for this installation's.</param>
public readonly record struct ReleasesState(ConferenceId Conference, int Newest, int Revisions, string? UidHost = null);
