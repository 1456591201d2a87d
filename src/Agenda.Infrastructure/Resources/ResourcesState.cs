using Agenda.Domain;

namespace Agenda.Infrastructure.Resources;

/// <summary>
/// Whether the files and live links of a conference are still those that a process has in memory: another value with everything that is added, edited or removed.
/// Chosen anew rather than counted, so that two edits at once cannot end in the same value.
/// </summary>
public sealed class ResourcesState
{
    public required ConferenceId ConferenceId { get; init; }

    public required Guid Value { get; set; }
}
