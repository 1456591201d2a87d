using System.Buffers;
using System.Collections.Concurrent;
using Agenda.Api.Http;
using Agenda.Domain.MyAgendas;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>The events of a release, rendered once, with their times in one form.</summary>
internal sealed class ReleaseEvents
{
    // More than the sessions of a large online conference.
    private const int MostJoined = 20_000;

    private static readonly byte[] End = "END:VEVENT\r\n"u8.ToArray();

    private readonly PublishedAgenda agenda;
    private readonly SessionEvent writer;
    private readonly RenderedEvent[] sessions;
    private readonly Dictionary<SessionId, RenderedEvent> withdrawn;
    private readonly ConcurrentDictionary<(int Place, JoinLink Join), RenderedEvent> joined = [];

    public ReleaseEvents(PublishedAgenda agenda, PublicAddress address, EventTimes times)
    {
        this.agenda = agenda;
        var pen = new Pen();
        writer = new SessionEvent(agenda, address, times);
        sessions = new RenderedEvent[agenda.Sessions.Count];
        var places = new List<int>(sessions.Length);
        var span = Days(agenda);
        for (var i = 0; i < sessions.Length; i++)
        {
            sessions[i] = Rendered(agenda.Sessions[i], null, pen);
            if (agenda.Sessions[i].Times is not { } slot)
                continue;
            places.Add(i);
            span = Around(span, slot);
        }

        withdrawn = [];
        foreach (var (session, slot) in Shown(agenda))
        {
            withdrawn.Add(session.Id, new(pen.Written(lines => writer.Write(lines, session, slot)), -1));
            span = Around(span, slot);
        }

        (Places, Withdrawn, Span) = (places, [.. withdrawn.Values], span);
    }

    /// <summary>One for each session of the agenda, in its order; empty for one without a slot.</summary>
    public IReadOnlyList<RenderedEvent> Sessions => sessions;

    /// <summary>Those that are to be seen as cancelled.</summary>
    public IReadOnlyList<RenderedEvent> Withdrawn { get; }

    /// <summary>The places in the agenda of all sessions with a slot.</summary>
    public IReadOnlyList<int> Places { get; }

    public Interval Span { get; }

    /// <summary>The event of a session, or of one that is withdrawn; null where there is none.</summary>
    public RenderedEvent? Event(SessionId session, JoinLink? join)
    {
        if (agenda.PlaceOf(session) is not { } place)
            return withdrawn.GetValueOrDefault(session);
        if (agenda.Sessions[place].Times is null)
            return null;
        if (join is null || (join.Url is null && join.ChangedAt <= agenda.Sessions[place].Released.ChangedAt))
            return sessions[place];

        // What nobody asks for any more is not told from the rest, so all of it goes.
        if (joined.Count >= MostJoined)
            joined.Clear();
        return joined.GetOrAdd((place, join), key => Rendered(agenda.Sessions[key.Place], key.Join, new Pen()));
    }

    private RenderedEvent Rendered(PublishedSession session, JoinLink? join, Pen pen)
    {
        if (session.Times is not { } slot)
            return new([], -1);

        var bytes = pen.Written(lines => writer.Write(lines, session, slot, join));
        return new(bytes, session.Type.Break || session.Cancelled ? -1 : bytes.Length - End.Length);
    }

    /// <summary>
    /// Withdrawn sessions are shown as cancelled until the conference is over, which the release itself says: one that is published after the
    /// last day leaves them out. Asking the clock would change a release's bytes overnight.
    /// </summary>
    private static IEnumerable<(WithdrawnSession Session, SlotTimes Slot)> Shown(PublishedAgenda agenda)
    {
        if (agenda.Zone.At(agenda.Document.PublishedAt).Date > agenda.Conference.LastDay)
            yield break;

        foreach (var session in agenda.Document.Withdrawn)
        {
            if (session is { LocalStart: { } start, Minutes: { } minutes } && agenda.Zone.Resolve(new TimeSlot(start, minutes, session.Offset)) is { } slot)
                yield return (session, slot);
        }
    }

    // A day more on each side, whatever the zone's offset.
    private static Interval Days(PublishedAgenda agenda) => new(
        Instant.FromUtc(agenda.Conference.FirstDay.Year, agenda.Conference.FirstDay.Month, agenda.Conference.FirstDay.Day, 0, 0) - Duration.FromDays(1),
        Instant.FromUtc(agenda.Conference.LastDay.Year, agenda.Conference.LastDay.Month, agenda.Conference.LastDay.Day, 0, 0) + Duration.FromDays(2));

    private static Interval Around(Interval span, SlotTimes slot) =>
        new(Instant.Min(span.Start, slot.Start.ToInstant()), Instant.Max(span.End, slot.End.ToInstant()));

    // One after the other; what comes later is written by whoever asks for it.
    private sealed class Pen
    {
        private readonly ArrayBufferWriter<byte> output = new(4096);
        private readonly ContentLineWriter lines;

        public Pen() => lines = new(output);

        public byte[] Written(Action<ContentLineWriter> write)
        {
            output.ResetWrittenCount();
            write(lines);
            return output.WrittenSpan.ToArray();
        }
    }
}
