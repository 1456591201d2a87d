using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>What keeps a programme from being published: errors among what would be in the release, as long as nobody acknowledged them.</summary>
public sealed class ReleaseGate
{
    private ReleaseGate(ConflictList found, IReadOnlyList<Conflict> standing, IReadOnlyList<Acknowledgement> acknowledged, bool opens) =>
        (Found, Standing, Acknowledged, Opens) = (found, standing, acknowledged, opens);

    /// <summary>All conflicts among what would be published, whatever they matter.</summary>
    public ConflictList Found { get; }

    /// <summary>The errors that are not acknowledged.</summary>
    public IReadOnlyList<Conflict> Standing { get; }

    /// <summary>What is acknowledged by the publication itself; to be stored with the release.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledged { get; }

    /// <summary>Whether it may be published.</summary>
    public bool Opens { get; }

    /// <summary>How many conflicts of less weight than an error there are.</summary>
    public int Of(Severity severity) => Found.Items.Count(c => c.Severity == severity);

    /// <summary>Looks at what would be published of a programme - drafts and cancelled sessions are in nobody's way - and at all that was acknowledged in it.</summary>
    public static ReleaseGate Of(Programme programme, ProgrammeRules rules, IReadOnlyList<Acknowledgement> acknowledgements, Publication publication)
    {
        var found = ConflictCheck.All(rules.TimetableOf(programme, s => s.Status == SessionStatus.Confirmed));
        var known = acknowledgements.Select(a => (a.Conflict, a.State)).ToHashSet();
        var said = publication.Acknowledgements.GroupBy(a => (a.Conflict, a.State)).ToDictionary(g => g.Key, g => g.Last().Reason);
        var (standing, acknowledged) = (new List<Conflict>(), new List<Acknowledgement>());
        foreach (var conflict in found.Items.DistinctBy(c => c.Id).Where(c => !known.Contains((c.Id, c.State))))
        {
            if ((said.GetValueOrDefault((conflict.Id, conflict.State)) ?? (conflict.Severity == Severity.Error ? publication.AcknowledgeAll : null)) is { } reason)
                acknowledged.Add(new Acknowledgement(programme.Conference.Id, conflict, reason, publication.By, publication.At));
            else if (conflict.Severity == Severity.Error)
                standing.Add(conflict);
        }

        // Of a programme with more conflicts than are looked for nobody knows what the rest is.
        return new ReleaseGate(found, standing, acknowledged, standing.Count == 0 && (found.IsComplete || publication.AcknowledgeAll is not null));
    }
}
