using System.Text.RegularExpressions;

namespace Agenda.Domain.Conferences;

/// <summary>A topic that runs through the programme.</summary>
public sealed class Track
{
    private Track()
    {
    }

    public Track(Conference conference, string slug, string name, string? colour)
    {
        Id = TrackId.New();
        ConferenceId = conference.Id;
        Slug = slug;
        Name = name;
        Colour = colour;
    }

    /// <summary>Brings one back that is gone, under its old id.</summary>
    internal Track(TrackId id, Conference conference, string slug, string name, string? colour)
        : this(conference, slug, name, colour) => Id = id;

    public TrackId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>The track's name in addresses and filters; unique within the conference.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>As entered, <c>#rrggbb</c>, or null.</summary>
    public string? Colour { get; private set; }

    /// <summary>Rises with every edit; the entity tag of the track.</summary>
    public int Version { get; private set; } = 1;

    public void Revise(string slug, string name, string? colour)
    {
        Slug = slug;
        Name = name;
        Colour = colour;
        Version++;
    }
}

/// <summary>Colours as they are entered and exported.</summary>
public static partial class Colour
{
    // "$" alone would let a line break follow.
    public const string Pattern = "^#[0-9a-fA-F]{6}$(?!\\n)";

    public static bool IsValid(string text) => Shape().IsMatch(text);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
