using Agenda.Domain;
using NodaTime;

namespace Agenda.Infrastructure.Releases;

/// <summary>A release as one row: its document is compressed, and changes only when somebody is erased from it.</summary>
public sealed class StoredRelease
{
    public required ConferenceId ConferenceId { get; init; }

    public required int Number { get; init; }

    public required Instant PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>How many sessions it has, cancelled ones included.</summary>
    public required int Sessions { get; init; }

    /// <summary>Empty once the release is so old that its document is no longer kept.</summary>
    public required byte[] Document { get; set; }

    /// <summary>How often somebody was erased from it, or it was emptied; processes that keep it in memory read it anew when this has risen.</summary>
    public int Revision { get; set; }
}
