using Agenda.Domain.Conferences;

namespace Agenda.Infrastructure.Samples;

/// <summary>Where the sample conference takes place, and into what its programme is divided.</summary>
internal static class SampleVenue
{
    private const string Saint = "St. Brigid's House", Mill = "Mill House";

    public static readonly (string Name, string? Address)[] Buildings =
    [
        (Saint, "1 Meadow Walk, Baile an Mhuilinn"),
        (Mill, "2 Weir Lane, Baile an Mhuilinn; step-free through the courtyard"),
    ];

    // In the order in which they are shown. A room without a building is a virtual one.
    public static readonly (string Slug, string Name, string? Building, int? Capacity)[] Rooms =
    [
        ("great-hall", "Great Hall", Saint, 600),
        ("foyer", "Foyer", Saint, 300),
        ("long-gallery", "Long Gallery", Saint, 250),
        ("willow", "Willow Room", Saint, 60),
        ("rowan", "Rowan Room", Saint, 60),
        ("hazel", "Hazel Room", Saint, 40),
        ("loft", "Loft", Mill, 120),
        ("abhann", "Seomra na hAbhann", Mill, 80),
        ("wheel", "Wheel Room", Mill, 35),
        ("refectory", "Refectory", Mill, null),
        ("online", "Online Room", null, null),
    ];

    public static readonly (string Code, SessionTypeFacts Facts)[] Types =
    [
        ("MC", new("Masterclass", "#7a3e9d", DefaultMinutes: 150)),
        ("KN", new("Keynote", "#b5442e", DefaultMinutes: 60, Plenary: true)),
        ("PS", new("Paper session", "#1f6f8b", DefaultMinutes: 90)),
        ("SY", new("Symposium", "#2f7d4f", DefaultMinutes: 90)),
        ("PO", new("Poster", "#8a6d1f", DefaultMinutes: 60, Parallel: true)),
        ("NM", new("Network meeting", "#4a5a8c", DefaultMinutes: 90)),
        ("SO", new("Social event", "#c2556f")),
        ("BR", new("Break", "#6b7280", DefaultMinutes: 30, Break: true)),
    ];

    public static readonly (string Slug, string Name, string? Colour)[] Tracks =
    [
        ("leading", "Leading schools", "#b5442e"),
        ("teaching", "Teaching and talk", "#1f6f8b"),
        ("networks", "Networks and partnerships", "#4a5a8c"),
        ("equity", "Equity and belonging", "#2f7d4f"),
        ("evidence", "Evidence and data", null),
    ];
}
