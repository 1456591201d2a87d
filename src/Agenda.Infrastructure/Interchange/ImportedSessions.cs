using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Makes sessions of the events of a file, or finds those that an earlier import made of them and what has changed. The file wins where it
/// says something; what it is silent about stays as it was entered.
/// </summary>
internal sealed class ImportedSessions
{
    // What people of a session do in it, as one contribution of its own.
    private const string OwnContribution = "1";

    private readonly Conference conference;
    private readonly bool partial;
    private readonly ImportSide wins;
    private readonly ImportedReferences references;
    private readonly ImportNotes notes;
    private readonly List<Session> earlier, erased;
    private readonly Dictionary<string, Session> byKey;
    private readonly HashSet<string> codes;
    private readonly HashSet<Session> matched = [];
    private readonly ErasedTexts texts;

    /// <param name="programme">What there is.</param>
    /// <param name="references">What sessions of the file refer to.</param>
    /// <param name="partial">Whether the file tells of a part of the programme only.</param>
    /// <param name="wins">What is taken where a field was changed in the file and here.</param>
    /// <param name="notes">Where it tells what it mends.</param>
    public ImportedSessions(Programme programme, ImportedReferences references, bool partial, ImportSide wins, ImportNotes notes)
    {
        (conference, this.references, this.partial, this.wins, this.notes) = (programme.Conference, references, partial, wins, notes);
        texts = new ErasedTexts(references.People, notes);
        earlier = [.. programme.Sessions.Where(s => s.ExternalId is not null)];
        byKey = earlier.GroupBy(s => s.ExternalId!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        erased = earlier.FindAll(s => ErasedKey.Is(s.ExternalId));
        codes = programme.Sessions.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The session that an earlier import made of the event, and what it is to become; without a session it is new.</summary>
    public ImportedSession Of(ScheduleEvent said, EventTime time)
    {
        var present = said.Keys.Select(byKey.GetValueOrDefault).FirstOrDefault(s => s is not null && !matched.Contains(s))
            ?? said.Keys.Select(key => erased.Find(s => ErasedKey.IsOfKey(s.ExternalId, conference.Id, key))).FirstOrDefault(s => s is not null && !matched.Contains(s));
        if (present is not null)
            matched.Add(present);

        var (here, way) = (present is null ? null : SessionContent.Of(present, references), present is null ? ThreeWay.OfNew() : new ThreeWay(present.ImportedAs, wins));
        var (file, slot) = (FactsOf(said, time, here), partial && time.Start is null ? present?.Placement : SlotOf(said, time));
        var merge = new SessionMerge(way, references);
        var facts = merge.Facts(here ?? file, file, othersStay: said.Contributions is null || partial);
        var placement = merge.Place(present is null ? slot : present.Placement, slot);
        var join = merge.JoinUrl(present is null ? said.JoinUrl : present.JoinUrl, said.JoinUrl ?? present?.JoinUrl);
        if (here is { Status: not SessionStatus.Confirmed } && facts.Status == SessionStatus.Confirmed)
            notes.Mend(said.Where, $"session {here.Code}", $"It was {(here.Status == SessionStatus.Cancelled ? "cancelled" : "a draft")} here; the file has it, so it is confirmed.");
        return new ImportedSession(said, present, facts, placement, join, way);
    }

    /// <summary>
    /// The sessions of earlier imports that the file no longer has. They are cancelled, unless the file lacks most of them: then it is
    /// another one, or a part.
    /// </summary>
    public IEnumerable<(Session Session, SessionFacts? Cancelled)> Gone()
    {
        if (partial)
            return [];

        var isNewer = matched.Count * 2 >= earlier.Count;
        return earlier.Where(s => !matched.Contains(s) && s.Status == SessionStatus.Confirmed).OrderBy(s => s.Code, StringComparer.Ordinal)
            .Select(s => (s, isNewer ? SessionContent.Of(s, references) with { Status = SessionStatus.Cancelled } : null));
    }

    public Session New(ImportedSession imported) => new(conference, imported.Facts, imported.Said.Keys[0]);

    private SessionFacts FactsOf(ScheduleEvent said, EventTime time, SessionFacts? before)
    {
        var (title, text, links) = texts.Of(said, before);
        return new SessionFacts(before?.Code ?? ImportedCodes.Free(ImportedCodes.Of(said.CodeWish, "S"), codes), title, said.Type is null && before is not null ? before.Type : references.Types[said.Type])
        {
            Track = said.Track is null ? before?.Track : references.Tracks[said.Track],
            Language = said.Language ?? before?.Language,
            Abstract = text ?? before?.Abstract,
            Status = SessionStatus.Confirmed,
            Seats = before?.Seats,
            Chairs = said.Chairs.Count > 0 ? [.. said.Chairs.Select(p => references.People[p])] : before?.Chairs ?? [],
            Discussants = before?.Discussants ?? [],
            Contributions = said.Contributions is { } listed ? [.. listed.Select(c => Listed(c, before))] : [.. Own(said, title, time, before)],
            Resources = links.Count > 0 ? links : before?.Resources ?? [],
        };
    }

    private ContributionFacts Listed(ScheduleContribution said, SessionFacts? before)
    {
        var present = before?.Contributions.FirstOrDefault(c => c.Code == said.Code);
        var (title, text) = texts.Of(said);
        return new ContributionFacts(said.Code, title)
        {
            Abstract = text ?? present?.Abstract,
            Minutes = said.Minutes ?? present?.Minutes,
            Authors = said.Authors.Count > 0 ? [.. said.Authors.Select(a => new AuthorFacts(references.People[a.Person], a.Presenting))] : present?.Authors ?? [],
        };
    }

    private IEnumerable<ContributionFacts> Own(ScheduleEvent said, string title, EventTime time, SessionFacts? before)
    {
        if (said.Authors.Count == 0)
            return [];
        return
        [
            new ContributionFacts(OwnContribution, title)
            {
                Abstract = before?.Contributions.FirstOrDefault(c => c.Code == OwnContribution)?.Abstract,
                Minutes = time.Start is null ? null : time.Minutes,
                Authors = [.. said.Authors.Select(a => new AuthorFacts(references.People[a.Person], a.Presenting))],
            },
        ];
    }

    private Placement? SlotOf(ScheduleEvent said, EventTime time)
    {
        if (time.Start is not { } start)
            return null;

        var local = conference.Zone.At(start);
        if (local.Date < conference.FirstDay || local.Date > conference.LastDay)
            notes.Mend(said.Where, $"session on {local.Date:uuuu-MM-dd}", $"The conference is from {conference.FirstDay:uuuu-MM-dd} to {conference.LastDay:uuuu-MM-dd}; it is kept outside of its days.");
        return new Placement(said.Room is null ? null : references.Rooms[said.Room].Id, conference.Zone.Slot(local.LocalDateTime, time.Minutes, local.Offset).Slot!.Value);
    }
}

/// <summary>Everything that sessions of a file refer to.</summary>
internal sealed record ImportedReferences(ImportedRooms Rooms, ImportedTracks Tracks, ImportedTypes Types, ImportedPeople People)
{
    public required IReadOnlyDictionary<SessionTypeId, SessionType> TypesById { get; init; }

    public required IReadOnlyDictionary<TrackId, Track> TracksById { get; init; }
}

/// <summary>An event of the file, the session that it was so far, if any, and what that is to be.</summary>
internal sealed record ImportedSession(ScheduleEvent Said, Session? Present, SessionFacts Facts, Placement? Placement, string? JoinUrl, ThreeWay Way)
{
    public bool FactsDiffer(ImportedReferences references) => Present is null || !SessionContent.Same(SessionContent.Of(Present, references), Facts);

    public bool PlacementDiffers => Present?.Placement != Placement;

    public bool JoinUrlDiffers => Present?.JoinUrl != JoinUrl;
}
