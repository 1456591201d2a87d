using System.Buffers;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;

namespace Agenda.Api.Calendars;

/// <summary>
/// A release as calendars: the event of each session is rendered once, and every feed is a head, some of these events and a foot. Same release
/// and same filter, same bytes.
/// </summary>
internal sealed class ReleaseCalendar
{
    private static readonly byte[] Foot = Rendered(lines => lines.End("VCALENDAR"));
    private static readonly byte[] DownloadHead = Rendered(CalendarHead.WriteDownload);

    private readonly PublishedAgenda agenda;
    private readonly PublicAddress address;
    private readonly RenderedPieces events;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public ReleaseCalendar(PublishedAgenda agenda, PublicAddress address)
    {
        this.agenda = agenda;
        this.address = address;
        var pieces = new byte[agenda.Sessions.Count][];
        var writer = new SessionEvent(agenda, address);
        for (var i = 0; i < pieces.Length; i++)
        {
            var session = agenda.Sessions[i];
            pieces[i] = session.Times is { } times ? Rendered(lines => writer.Write(lines, session, times)) : [];
            places.Add(session.Code, i);
        }

        events = new RenderedPieces(pieces);
        Whole = new WholeContent(Joined([Head(new FeedFilter(new AgendaFilter())), .. pieces, .. Tombstones(writer), Foot]));
    }

    /// <summary>Every session with a slot, and those withdrawn since an earlier release.</summary>
    public IContent Whole { get; }

    /// <summary>
    /// The sessions that a filter chose. Without withdrawn ones: nothing is kept of them that a filter could ask for, and a session that leaves
    /// a filtered feed for another room or track leaves it without a trace as well.
    /// </summary>
    public IContent Feed(FeedFilter filter, IReadOnlyList<int> chosen) => filter.IsEmpty ? Whole : events.Compose(Head(filter), chosen, Foot);

    /// <summary>One session that has a slot, to download.</summary>
    public IContent Download(PublishedSession session) => events.Compose(DownloadHead, [places[session.Code]], Foot);

    private byte[] Head(FeedFilter filter) => Rendered(lines => CalendarHead.WriteFeed(lines, agenda, filter, address));

    /// <summary>
    /// Withdrawn sessions are shown as cancelled until the conference is over, which the release itself says: one that is published after the
    /// last day leaves them out. Asking the clock would change a release's bytes overnight.
    /// </summary>
    private IEnumerable<byte[]> Tombstones(SessionEvent writer)
    {
        if (agenda.Zone.At(agenda.Document.PublishedAt).Date > agenda.Conference.LastDay)
            yield break;

        foreach (var session in agenda.Document.Withdrawn)
        {
            if (session is { LocalStart: { } start, Minutes: { } minutes } && agenda.Zone.Resolve(new TimeSlot(start, minutes, session.Offset)) is { } times)
                yield return Rendered(lines => writer.Write(lines, session, times));
        }
    }

    private static byte[] Joined(List<byte[]> parts)
    {
        var whole = new byte[parts.Sum(part => part.Length)];
        var length = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole, length);
            length += part.Length;
        }

        return whole;
    }

    private static byte[] Rendered(Action<ContentLineWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        write(new ContentLineWriter(output));
        return output.WrittenSpan.ToArray();
    }
}
