using System.Net;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>The rooms of the published programme, each with its sessions, and what hangs beside its door.</summary>
internal static class RoomPages
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static void Map(RouteGroupBuilder pages, string[] reading)
    {
        pages.MapMethods("/{slug:conference}/rooms", reading, ListAsync);
        pages.MapMethods("/{slug:conference}/rooms/{room}", reading, ReadAsync);
    }

    public static void MapDoor(RouteGroupBuilder pages, string[] reading) => pages.MapMethods("/{slug:conference}/rooms/{room}/door", reading, DoorAsync);

    private static async Task<IResult> ListAsync(string slug, [FromQuery] string? release, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var (shown, instead) = await AgendaPages.FindAsync(slug, release, agendas, cancellation);
        return shown is null ? instead! : AgendaPages.Page<RoomsPage>(new() { [nameof(RoomsPage.Shown)] = shown });
    }

    private static async Task<IResult> ReadAsync(
        string slug, string room, [FromQuery] string? release, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var (shown, instead) = await AgendaPages.FindAsync(slug, release, agendas, cancellation);
        if (shown is null)
            return instead!;

        if (shown.Published.Room(room) is not { } found)
            return Missing(shown);

        return AgendaPages.Page<RoomPage>(new()
        {
            [nameof(RoomPage.Shown)] = shown,
            [nameof(RoomPage.Room)] = found,
            [nameof(RoomPage.Subscription)] = Subscription.To(shown, new() { Rooms = [found.Slug] }, address),
        });
    }

    private static async Task<IResult> DoorAsync(
        string slug, string room, [FromQuery] string? at, [FromQuery] string? theme, PublishedAgendas agendas, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        // What is now depends on the clock and not on the release alone: nobody keeps a copy.
        response.Headers.CacheControl = "no-store";
        var (shown, instead) = await AgendaPages.FindAsync(slug, null, agendas, cancellation);
        if (shown is null)
            return instead!;

        if (shown.Published.Room(room) is not { } found)
            return Missing(shown);

        if (At(at, shown.Published, clock) is not { } now)
            return AgendaPages.MissingOf(shown, Words.NoSuchTime, HttpStatusCode.BadRequest);

        return AgendaPages.Page<DoorPage>(new() { [nameof(DoorPage.View)] = DoorView.Of(shown, found, now), [nameof(DoorPage.Theme)] = theme is "light" or "dark" ? theme : null });
    }

    // A time that the zone has twice is the first of the two; for trying out that is enough.
    private static ZonedDateTime? At(string? at, PublishedAgenda published, TimeProvider clock) =>
        string.IsNullOrEmpty(at) ? published.Zone.At(clock.Now())
        : Minute.Parse(at).TryGetValue(default, out var local) ? published.Zone.Rules.AtLeniently(local) : null;

    private static RazorComponentResult<MissingPage> Missing(ShownRelease shown) => AgendaPages.MissingOf(shown, Words.NoRoomAtThisAddress);
}
