using System.Globalization;
using Agenda.Domain.Conferences;

namespace Agenda.Api.Web;

/// <summary>The twelve hues of the style sheet, whose contrast is known, in place of the colours that people enter.</summary>
internal static class TrackHue
{
    private static readonly double[] Hues = [25, 50, 92, 125, 150, 180, 210, 240, 265, 295, 325, 355];

    /// <summary>The number from 1 to 12 of the hue nearest to <paramref name="colour"/>; null for greys and for what is no colour.</summary>
    public static int? Nearest(string? colour)
    {
        if (colour is null || !Colour.IsValid(colour))
            return null;

        var (a, b) = OnColourPlane(Light(colour, 1), Light(colour, 3), Light(colour, 5));
        if (double.Hypot(a, b) < 0.02)
            return null;

        var hue = double.RadiansToDegrees(Math.Atan2(b, a));
        return 1 + Array.IndexOf(Hues, Hues.MinBy(h => Math.Abs(Math.IEEERemainder(h - hue, 360))));
    }

    private static double Light(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    // Oklab's a and b, in which equal angles look like equal steps of hue.
    private static (double A, double B) OnColourPlane(double red, double green, double blue)
    {
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        return ((1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s), (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }
}
