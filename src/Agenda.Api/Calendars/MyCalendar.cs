using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Agenda.Api.MyAgendas;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Calendars;

/// <summary>What somebody starred, as a calendar: the events that stand in every feed, of as many conferences as there are stars in.</summary>
internal static class MyCalendar
{
    /// <summary>The newest releases of the conferences in it, by slug.</summary>
    public static async ValueTask<IReadOnlyList<PublishedAgenda>> AgendasAsync(MyFeed feed, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var found = new List<PublishedAgenda>(1);
        foreach (var star in feed.Stars)
        {
            // They stand by conference.
            if ((found.Count == 0 || found[^1].Conference.Slug != star.Conference) && await agendas.NewestAsync(star.Conference, cancellation) is { } agenda)
                found.Add(agenda);
        }

        return found;
    }

    public static FeedContent Of(MyFeed feed, IReadOnlyList<ReleaseCalendar> calendars, FeedForm form)
    {
        var events = new List<RenderedEvent>(feed.Stars.Count);
        foreach (var calendar in calendars)
        {
            var (agenda, slug) = (calendar.Agenda, calendar.Agenda.Conference.Slug);
            var starred = feed.Stars.Where(s => s.Conference == slug).OrderBy(s => agenda.PlaceOf(s.Session) ?? int.MaxValue).ThenBy(s => s.Session.Value);
            foreach (var star in starred)
            {
                if (calendar.Event(star.Session, JoinLinkOf(star, feed, agenda), form) is { } rendered)
                    events.Add(rendered);
            }
        }

        return new FeedContent(CalendarHead.OfMine(Name(calendars), form.Times, calendars), [new(events)], form.Reminder);
    }

    /// <summary>
    /// Tells one state of the feed from another, whatever form of it is asked for: the events as they are in UTC, and what makes the rules of zones
    /// that stand beside local times.
    /// </summary>
    public static string StateOf(FeedContent plain, IReadOnlyList<ReleaseCalendar> calendars)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(plain.Tag));
        Span<byte> span = stackalloc byte[2 * sizeof(long)];
        foreach (var calendar in calendars)
        {
            BinaryPrimitives.WriteInt64BigEndian(span, calendar.Span.Start.ToUnixTimeTicks());
            BinaryPrimitives.WriteInt64BigEndian(span[sizeof(long)..], calendar.Span.End.ToUnixTimeTicks());
            hash.AppendData(span);
            hash.AppendData(calendar.Zone);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    // The room is that of the release: where a session is going to be moved is nobody's business yet. Nobody joins what is cancelled.
    private static JoinLink? JoinLinkOf(StarredSession star, MyFeed feed, PublishedAgenda agenda)
    {
        if (agenda.PlaceOf(star.Session) is not { } place || agenda.Sessions[place] is not { Cancelled: false } session)
            return null;

        return JoinLink.Shown(star.ShowsLinks, star.ChosenAt, star.Link, session.Room is { } room ? feed.RoomLinks.GetValueOrDefault(room.Id) : null);
    }

    private static string Name(IReadOnlyList<ReleaseCalendar> calendars) => calendars is [var only] ? $"My agenda: {only.Agenda.Conference.Name}" : "My agenda";
}
