using Agenda.Domain.Conferences;
using Agenda.Domain.Privacy;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Sessions;

/// <summary>A session of the programme: what it is, who is in it, and where and when it is placed.</summary>
public sealed class Session
{
    private readonly List<SessionPerson> people = [];
    private readonly List<Contribution> contributions = [];
    private readonly List<Link> resources = [];

    private Session()
    {
    }

    public Session(Conference conference, SessionFacts facts, string? externalId = null)
    {
        Id = SessionId.New();
        ConferenceId = conference.Id;
        ExternalId = externalId;
        Set(facts);
    }

    /// <summary>Brings a session back that is gone, under its old id.</summary>
    internal Session(SessionId id, Conference conference, SessionFacts facts, Placement? placement)
    {
        Id = id;
        ConferenceId = conference.Id;
        Set(facts);
        Arrange(placement);
    }

    public SessionId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>Such as <c>MC-C</c>; unique within the conference.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    public SessionTypeId TypeId { get; private set; }

    public TrackId? TrackId { get; private set; }

    /// <summary>BCP 47, such as "en"; null when not said.</summary>
    public string? Language { get; private set; }

    /// <summary>Markdown.</summary>
    public string? Abstract { get; private set; }

    /// <summary>Markdown, for those who prepare the session; never public.</summary>
    public string? Notes { get; private set; }

    public SessionStatus Status { get; private set; }

    /// <summary>What the file that the session was imported from calls it; null when entered here.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>What the last file said that it was imported from, as marks by which a newer file and edits made here are told apart; null when entered here.</summary>
    public string? ImportedAs { get; private set; }

    public RoomId? RoomId { get; private set; }

    /// <summary>Wall time of the conference; null while the session has no slot.</summary>
    public LocalDateTime? LocalStart { get; private set; }

    public int? Minutes { get; private set; }

    /// <summary>Said only where the zone has the hour of the start twice.</summary>
    public Offset? StartOffset { get; private set; }

    /// <summary>How many seats it needs; null when not said.</summary>
    public int? Seats { get; private set; }

    /// <summary>Where it is joined online, if elsewhere than its room says; never public.</summary>
    public string? JoinUrl { get; private set; }

    /// <summary>When that was last changed; null for never.</summary>
    public Instant? JoinChangedAt { get; private set; }

    /// <summary>Rises whenever its slot, room, people or status change: what an acknowledged conflict was about is then another matter.</summary>
    public int Arrangement { get; private set; } = 1;

    /// <summary>Rises with every edit of the session, its people, contributions or placement; its entity tag.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<SessionPerson> People => people;

    public IReadOnlyList<Contribution> Contributions => contributions;

    /// <summary>Links that readers of the session may want: slides, papers, pages. All public.</summary>
    public IReadOnlyList<Link> Resources => resources;

    public TimeSlot? Slot => LocalStart is { } start && Minutes is { } minutes ? new TimeSlot(start, minutes, StartOffset) : null;

    public Placement? Placement => Slot is { } slot ? new Placement(RoomId, slot) : null;

    /// <summary>Replaces what the session is and who is in it; where and when stays.</summary>
    public void Revise(SessionFacts facts)
    {
        Set(facts);
        Version++;
    }

    /// <summary>Whether the marks would change anything.</summary>
    public bool DiffersFrom(SessionMarks marks) =>
        (TypeId, TrackId, Status, Language) != (marks.TypeOf(this), marks.TrackOf(this), marks.StatusOf(this), marks.LanguageOf(this));

    /// <summary>Sets marks on the session. One that has them already is left as it is.</summary>
    public void Mark(SessionMarks marks)
    {
        if (!DiffersFrom(marks))
            return;

        if (marks.StatusOf(this) != Status)
            Arrangement++;
        (TypeId, TrackId, Status, Language) = (marks.TypeOf(this), marks.TrackOf(this), marks.StatusOf(this), marks.LanguageOf(this));
        Version++;
    }

    /// <summary>Keeps marks of what a file said. No edit: nothing that anybody sees changes.</summary>
    public void RememberImport(string marks) => ImportedAs = marks;

    /// <summary>Replaces the notes, as a part of adding or revising.</summary>
    public void Note(string? notes) => Notes = notes;

    /// <summary>Says where the session is joined online, as a part of adding or revising.</summary>
    public void Join(string? url, Instant now)
    {
        if (url == JoinUrl)
            return;

        JoinUrl = url;
        JoinChangedAt = now;
    }

    /// <summary>What a chair may change: the texts, and in which order and how long the contributions are. Each must be named once.</summary>
    public Refusal? Prepare(string? text, string? notes, IReadOnlyList<(ContributionId Id, int? Minutes)> order)
    {
        if (!order.Select(c => c.Id).ToHashSet().SetEquals(contributions.Select(c => c.Id)) || order.Count != contributions.Count)
            return SessionRefusals.ContributionsDiffer();

        Abstract = text;
        Notes = notes;
        for (var position = 0; position < order.Count; position++)
            contributions.Find(c => c.Id == order[position].Id)!.Move(position, order[position].Minutes);
        Version++;
        return null;
    }

    /// <summary>Puts the session into a room (or none) and a slot, or moves it there.</summary>
    public void Place(Room? room, TimeSlot slot) => Arrange(new Placement(room?.Id, slot));

    /// <summary>Puts the session there, or takes it out of its room and slot: it is to be announced again.</summary>
    public void Move(Placement? placement) => Arrange(placement);

    /// <summary>Makes the session what it was before, there where it was.</summary>
    internal void Restore(SessionFacts facts, Placement? placement)
    {
        Set(facts);
        Arrange(placement);
        Version++;
    }

    /// <summary>Gives its code to another session that has an older claim to it, and takes a free one.</summary>
    internal void Recode(string code)
    {
        Code = code;
        Version++;
    }

    /// <summary>Takes the session out of what will be published, and leaves all else as it is.</summary>
    internal void Withdraw()
    {
        Status = SessionStatus.Draft;
        Arrangement++;
        Version++;
    }

    /// <summary>Takes somebody who is erased out of what is said here, and what nobody but they wrote; whether anything changed. Roles stay.</summary>
    public bool Reword(Erasure erasure)
    {
        var own = IsOwnTalkOf(erasure.Person);
        var (title, text, notes, reworded) = (erasure.Title(Title, own), erasure.Text(Abstract, own), erasure.Text(Notes, own: false), erasure.Links(resources).ToList());
        var externalId = SessionKey.Without(erasure, ConferenceId, ExternalId, own);
        var changed = title != Title || text != Abstract || notes != Notes || externalId != ExternalId || !reworded.SequenceEqual(resources);
        foreach (var contribution in contributions)
            changed |= contribution.Reword(erasure);
        if (!changed)
            return false;

        (Title, Abstract, Notes, ExternalId) = (title, text, notes, externalId);
        resources.Clear();
        resources.AddRange(reworded);
        Version++;
        return true;
    }

    /// <summary>Gives the roles of somebody to another, who turns out to be the same: a role that both have stays once, where the first of them stands.</summary>
    public void Replace(PersonId gone, PersonId kept)
    {
        if (!Shows(gone))
            return;

        foreach (var role in (SessionRole[])[SessionRole.Chair, SessionRole.Discussant])
            SetPeople(role, [.. people.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId == gone ? kept : p.PersonId).Distinct()]);
        foreach (var contribution in contributions)
            contribution.Replace(gone, kept);
        Arrangement++;
        Version++;
    }

    /// <summary>Whether the person has a role in the session.</summary>
    public bool Shows(PersonId person) => people.Exists(p => p.PersonId == person) || contributions.Exists(c => c.Authors.Any(a => a.PersonId == person));

    /// <summary>Whether the session is nothing but a talk of this person, who gives it alone.</summary>
    public bool IsOwnTalkOf(PersonId person) => contributions is [var only] && only.Title == Title && only.IsOwnOf(person);

    // Where it is already it is left as it is: an edit that changes nothing keeps nobody from taking back the one before.
    private void Arrange(Placement? placement)
    {
        if (placement == Placement)
            return;

        Arrangement++;
        RoomId = placement?.Room;
        LocalStart = placement?.Slot.LocalStart;
        Minutes = placement?.Slot.Minutes;
        StartOffset = placement?.Slot.Offset;
        Version++;
    }

    private void Set(SessionFacts facts)
    {
        var before = Cast();
        Code = facts.Code;
        Title = facts.Title;
        TypeId = facts.Type.Id;
        TrackId = facts.Track?.Id;
        Language = facts.Language;
        Abstract = facts.Abstract;
        Status = facts.Status;
        Seats = facts.Seats;
        resources.Clear();
        resources.AddRange(facts.Resources);
        SetPeople(SessionRole.Chair, facts.Chairs);
        SetPeople(SessionRole.Discussant, facts.Discussants);
        SetContributions(facts.Contributions);
        if (!Cast().SequenceEqual(before))
            Arrangement++;
    }

    // Whether it takes place at all, and who does what in it.
    private List<(int Part, Guid Person)> Cast() =>
    [
        ((int)Status, default),
        .. people.Select(p => (10 + (int)p.Role, p.PersonId.Value)).Order(),
        .. contributions.SelectMany(c => c.Authors).Select(a => (a.Presenting ? 20 : 21, a.PersonId.Value)).Distinct().Order(),
    ];

    private void SetPeople(SessionRole role, IReadOnlyList<PersonId> wanted)
    {
        people.RemoveAll(p => p.Role == role && !wanted.Contains(p.PersonId));
        for (var position = 0; position < wanted.Count; position++)
        {
            if (people.Find(p => p.Role == role && p.PersonId == wanted[position]) is { } present)
                present.Position = position;
            else
                people.Add(new SessionPerson(Id, wanted[position], role, position));
        }
    }

    // A contribution stays the same one when its id is said or, without, when its code is and nobody else claims it: links to it live on. One with
    // the id of none of them is one that is brought back.
    private void SetContributions(IReadOnlyList<ContributionFacts> wanted)
    {
        var before = contributions.ToList();
        var claimed = wanted.Select(facts => facts.Id).OfType<ContributionId>().ToHashSet();
        contributions.Clear();
        for (var position = 0; position < wanted.Count; position++)
        {
            var facts = wanted[position];
            var present = before.Find(c => facts.Id is { } id ? c.Id == id : c.Code == facts.Code && !claimed.Contains(c.Id));
            if (present is null)
            {
                contributions.Add(new Contribution(Id, facts, position));
                continue;
            }

            before.Remove(present);
            present.Set(facts, position);
            contributions.Add(present);
        }
    }
}
