using Agenda.Domain.Privacy;
using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// That somebody knows of a conflict and means it to be so. It holds for the sessions as they were arranged then: when the slot, room, people or
/// status of one of them changes, it has lapsed for good, even if all is put back.
/// </summary>
public sealed class Acknowledgement
{
    private Acknowledgement()
    {
    }

    public Acknowledgement(ConferenceId conference, Conflict conflict, string reason, string by, Instant at)
    {
        Id = AcknowledgementId.New();
        ConferenceId = conference;
        Conflict = conflict.Id;
        State = conflict.State;
        Rule = conflict.Rule;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>One that an archive tells of, as it was.</summary>
    public static Acknowledgement Of(AcknowledgementId id, ConferenceId conference, (Guid Id, string State, ConflictRule Rule) conflict, string reason, string by, Instant at) => new()
    {
        Id = id,
        ConferenceId = conference,
        Conflict = conflict.Id,
        State = conflict.State,
        Rule = conflict.Rule,
        Reason = reason,
        By = by,
        At = at,
    };

    public AcknowledgementId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>The <see cref="Conflicts.Conflict.Id"/> that it is about.</summary>
    public Guid Conflict { get; private set; }

    /// <summary>The <see cref="Conflicts.Conflict.State"/> that was seen.</summary>
    public string State { get; private set; } = "";

    public ConflictRule Rule { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>What whoever acknowledged it was called then.</summary>
    public string By { get; private set; } = "";

    public Instant At { get; private set; }

    public bool IsOf(Conflict conflict) => conflict.Id == Conflict && conflict.State == State;

    /// <summary>Says another reason for the same; it is then whoever said it last that means it to be so.</summary>
    public void Revise(string reason, string by, Instant at) => (Reason, By, At) = (reason, by, at);

    /// <summary>Takes somebody who is erased out of what is said here.</summary>
    public void Reword(Erasure erasure)
    {
        Reason = erasure.Text(Reason, own: false, Limits.Note)!;
        By = erasure.Names.TakenFrom(By, Limits.Name);
    }
}
