using Agenda.Domain.Conferences;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Brings the tracks of a file into a conference.</summary>
internal sealed class ImportedTracks(Conference conference, List<Track> tracks, RunningTally tally)
{
    private readonly Dictionary<ScheduleTrack, Track> found = new(ReferenceEqualityComparer.Instance);

    public Track this[ScheduleTrack track] => found[track];

    /// <summary>The tracks that are new.</summary>
    public IEnumerable<Track> Import(IReadOnlyList<ScheduleTrack> file)
    {
        var free = tracks.ToHashSet();
        foreach (var said in file)
        {
            var track = free.FirstOrDefault(t => t.Name == said.Name) ?? (said.Slug is null ? null : free.FirstOrDefault(t => t.Slug == said.Slug));
            if (track is null)
            {
                track = new Track(conference, Slug.Free(said.Slug ?? said.Name, "track", slug => tracks.Exists(t => t.Slug == slug)), said.Name, said.Colour);
                tracks.Add(track);
                tally.Created++;
                yield return track;
            }
            else if (track.Name == said.Name && (said.Colour is null || track.Colour == said.Colour))
            {
                tally.Unchanged++;
            }
            else
            {
                track.Revise(track.Slug, said.Name, said.Colour ?? track.Colour);
                tally.Updated++;
            }

            free.Remove(track);
            found[said] = track;
        }
    }
}

/// <summary>Brings the session types of a file, which are mere names there, into a conference.</summary>
internal sealed class ImportedTypes(Conference conference, List<SessionType> types, RunningTally tally)
{
    // What a session is whose file says no type.
    private const string Plain = "Session";

    private readonly Dictionary<string, SessionType> found = new(StringComparer.Ordinal);

    public SessionType this[string? name] => found[name ?? Plain];

    /// <summary>The types that are new.</summary>
    public IEnumerable<SessionType> Import(IEnumerable<ScheduleEvent> events)
    {
        var codes = types.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var name in events.Select(e => e.Type ?? Plain).Distinct(StringComparer.Ordinal))
        {
            var code = ImportedCodes.Of(name, "type");
            var type = types.Find(t => t.Name == name) ?? types.Find(t => t.Code == code && !found.ContainsValue(t));
            if (type is null)
            {
                type = new SessionType(conference, ImportedCodes.Free(code, codes), new SessionTypeFacts(name, Plenary: IsCalled(name, "plenary"), Break: IsCalled(name, ConfToolTypes.Break)));
                types.Add(type);
                tally.Created++;
                yield return type;
            }
            else
            {
                tally.Unchanged++;
            }

            found[name] = type;
        }
    }

    private static bool IsCalled(string name, string kind) => name.Equals(kind, StringComparison.OrdinalIgnoreCase);
}
