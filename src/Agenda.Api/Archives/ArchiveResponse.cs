using Agenda.Infrastructure.Archives;
using NodaTime;

namespace Agenda.Api.Archives;

/// <summary>What an archive brought, or would bring.</summary>
public sealed record ArchiveResponse
{
    public required Guid Id { get; init; }

    /// <summary>What the conference is called here.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether nothing was saved.</summary>
    public required bool DryRun { get; init; }

    /// <summary>When the archive was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    public required ArchiveCounts Counts { get; init; }

    internal static ArchiveResponse Of(ArchivedProgramme archive, ArchiveManifest manifest, string slug, bool dryRun) => new()
    {
        Id = archive.Conference.Id.Value,
        Slug = slug,
        Name = archive.Conference.Name,
        DryRun = dryRun,
        MadeAt = manifest.MadeAt,
        Program = manifest.Program,
        Counts = new ArchiveCounts
        {
            Buildings = archive.Buildings.Count,
            Rooms = archive.Rooms.Count,
            SessionTypes = archive.Types.Count,
            Tracks = archive.Tracks.Count,
            People = archive.People.Count,
            Sessions = archive.Sessions.Count,
            Contributions = archive.Sessions.Sum(s => s.Contributions.Count),
            Constraints = archive.Constraints.Count,
            Acknowledgements = archive.Acknowledgements.Count,
            Links = archive.Links.Count,
            Files = archive.Files.Count,
            FileBytes = archive.Files.Sum(f => f.Size),
            Releases = archive.Releases.Count,
        },
    };
}

/// <summary>How many of each came in.</summary>
public sealed record ArchiveCounts
{
    public required int Buildings { get; init; }

    public required int Rooms { get; init; }

    public required int SessionTypes { get; init; }

    public required int Tracks { get; init; }

    public required int People { get; init; }

    public required int Sessions { get; init; }

    public required int Contributions { get; init; }

    /// <summary>Rules between two sessions.</summary>
    public required int Constraints { get; init; }

    public required int Acknowledgements { get; init; }

    /// <summary>Live links.</summary>
    public required int Links { get; init; }

    public required int Files { get; init; }

    /// <summary>Of all files together.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Those of which only the number is left as well.</summary>
    public required int Releases { get; init; }
}
