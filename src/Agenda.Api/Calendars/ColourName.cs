using System.Globalization;

namespace Agenda.Api.Calendars;

/// <summary>The names that COLOR may have in a calendar (RFC 7986 §5.9): the extended colour keywords of CSS Color Module Level 3, "gray" in one spelling.</summary>
internal static class ColourName
{
    private static readonly (string Name, Oklab Colour)[] Names = [.. CssColours.All.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Name, Oklab.Of(c.Rgb)))];

    /// <summary>The name of the colour that looks most like <paramref name="colour"/>, written as #rrggbb; null for anything else. Of two names for one colour the first by letter.</summary>
    public static string? Nearest(string? colour)
    {
        if (colour is not ['#', ..] || colour.Length != 7 || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            return null;

        var wanted = Oklab.Of(rgb);
        return Names.MinBy(name => name.Colour.DistanceTo(wanted)).Name;
    }

    /// <summary>A colour by lightness and two opponent hues, made so that what is as far apart looks as different.</summary>
    private readonly record struct Oklab(double Lightness, double GreenRed, double BlueYellow)
    {
        public static Oklab Of(int rgb)
        {
            var (red, green, blue) = (Linear(rgb >> 16), Linear(rgb >> 8), Linear(rgb));
            var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
            var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
            var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
            return new(
                (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
                (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
                (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
        }

        public double DistanceTo(Oklab other)
        {
            var (light, green, blue) = (Lightness - other.Lightness, GreenRed - other.GreenRed, BlueYellow - other.BlueYellow);
            return (light * light) + (green * green) + (blue * blue);
        }

        private static double Linear(int channel)
        {
            var share = (channel & 0xff) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
    }
}
