using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The whole feed of a release that is in no database, and what everybody should see in it.</summary>
internal static class ReleaseFeed
{
    private static readonly PublicAddress Address = new(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", "https://agenda.example.org")]).Build());

    public static async Task<byte[]> WholeAsync(ReleaseDocument release)
    {
        using var feed = new MemoryStream();
        await new ReleaseCalendar(new PublishedAgenda(release), Address).Whole.WriteToAsync(feed, TestContext.Current.CancellationToken);
        return feed.ToArray();
    }

    /// <summary>The sessions that have a time; the texts of the release itself, but for the description, whose making is tested elsewhere.</summary>
    public static IReadOnlyList<SeenEvent> Expected(ReleaseDocument release)
    {
        var agenda = new PublishedAgenda(release);
        return [.. agenda.Sessions.Where(s => s.Times is not null).Select(s => Expected(s, agenda))];
    }

    private static SeenEvent Expected(PublishedSession session, PublishedAgenda agenda)
    {
        var times = session.Times!.Value;
        var location = session.Room is { } room ? room.Building is { } building ? $"{room.Name}, {building}" : room.Name : agenda.Conference.Name;
        var description = SessionDescription.Of(session, times, agenda.Zone, Address.Session(agenda.Conference.Slug, session.Code));
        return new(
            $"{session.Id.Value}@agenda.example.org", Utc(times.Start.ToInstant()), Utc(times.End.ToInstant()),
            RandomText.AsRead($"{(session.Cancelled ? "Cancelled: " : "")}{session.Code}: {session.Title}"), RandomText.AsRead(location), RandomText.AsRead(description),
            session.Cancelled ? "CANCELLED" : "CONFIRMED", Categories(session));
    }

    private static string? Categories(PublishedSession session)
    {
        var names = new[] { session.Type.Name, session.Track?.Name }.Select(name => RandomText.AsRead(name ?? "")).Where(name => name is not null).ToList();
        return names.Count == 0 ? null : string.Join(',', names);
    }

    private static string Utc(Instant instant) => InstantPattern.General.Format(instant);
}
