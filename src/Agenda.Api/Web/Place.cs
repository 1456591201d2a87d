using System.Globalization;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>Where a room is and how many it seats, in words.</summary>
internal static class Place
{
    /// <summary>"St. Mary's Building, capacity 60"; null when nothing is known but the name.</summary>
    public static string? Around(ReleasedRoom room)
    {
        string?[] known = [room.Building, room.Virtual ? Words.OnlineInLine : null, Capacity(room)];
        var said = string.Join(", ", known.Where(word => word is not null));
        return said.Length == 0 ? null : said;
    }

    /// <summary>The address that opens an app with a map (RFC 5870).</summary>
    public static string Geo(Coordinates point) => string.Create(CultureInfo.InvariantCulture, $"geo:{point.Latitude:0.######},{point.Longitude:0.######}");

    public static string? Capacity(ReleasedRoom room) => room.Capacity is { } seats ? Phrases.Fill(Words.CapacityInLine, seats) : null;
}
