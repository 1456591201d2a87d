using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Agenda.Api.Tests.Calendars;

/// <summary>
/// Reads a QR code of error correction level M as ISO/IEC 18004 says, as far as a picture needs it that nothing has damaged: dark squares in,
/// text out.
/// </summary>
internal sealed partial class QrReader
{
    // Table 9 of the standard, level M, versions 1 to 40.
    private static readonly int[] CorrectionOfBlock =
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];

    private static readonly int[] Blocks =
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private readonly bool[,] dark;
    private readonly int size;

    private QrReader(bool[,] dark) => (this.dark, size) = (dark, dark.GetLength(0));

    public int Version => (size - 17) / 4;

    /// <summary>The text of a picture, which has the quiet zone around it and nothing else.</summary>
    public static (int Version, string Text) Read(bool[,] picture)
    {
        const int quiet = 4;
        var all = picture.GetLength(0);
        var dark = new bool[all - (2 * quiet), all - (2 * quiet)];
        for (var y = 0; y < all; y++)
        {
            for (var x = 0; x < all; x++)
            {
                if (y < quiet || x < quiet || y >= all - quiet || x >= all - quiet)
                    picture[y, x].ShouldBeFalse("the quiet zone is light");
                else
                    dark[y - quiet, x - quiet] = picture[y, x];
            }
        }

        var reader = new QrReader(dark);
        return (reader.Version, reader.Text());
    }

    /// <summary>The squares of an SVG: one light rectangle, and on it a path of rectangles that are one square high.</summary>
    public static bool[,] Svg(byte[] svg)
    {
        var root = XDocument.Parse(Encoding.UTF8.GetString(svg)).Root!;
        (root.Attribute("width"), root.Attribute("height")).ShouldBe((null, null), "it has no size of its own");
        var side = int.Parse(root.Attribute("viewBox")!.Value.Split(' ')[^1], CultureInfo.InvariantCulture);
        root.Attribute("viewBox")!.Value.ShouldBe($"0 0 {side} {side}");
        var (light, dark) = (root.Elements().First(), root.Elements().Skip(1).ShouldHaveSingleItem());
        (Attributes(light), dark.Attribute("fill")!.Value).ShouldBe(($"0 0 {side} {side} #ffffff", "#000000"));

        var squares = new bool[side, side];
        var path = dark.Attribute("d")!.Value;
        Rectangle().Replace(path, "").ShouldBe("", "it has nothing but rectangles");
        foreach (Match box in Rectangle().Matches(path))
        {
            var (x, y, width) = (Number(box, 1), Number(box, 2), Number(box, 3));
            for (var i = 0; i < width; i++)
                squares[y, x + i] = true;
        }

        return squares;
    }

    /// <summary>The squares of a PNG of one bit for each pixel.</summary>
    public static bool[,] Png(byte[] png, int pixels)
    {
        var (header, data) = (Chunks(png).Single(c => c.Name == "IHDR").Data, Chunks(png).Where(c => c.Name == "IDAT").SelectMany(c => c.Data).ToArray());
        var side = BinaryPrimitives.ReadInt32BigEndian(header);
        (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)), (int)header[8]).ShouldBe((side, 1));
        using var rows = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var squares = new bool[side / pixels, side / pixels];
        var row = new byte[1 + ((side + 7) / 8)];
        for (var y = 0; y < side; y++)
        {
            rows.ReadExactly(row);
            row[0].ShouldBe((byte)0, "rows are not filtered");
            for (var x = 0; x < side; x += pixels)
                squares[y / pixels, x / pixels] = (row[1 + (x / 8)] >> (7 - (x % 8)) & 1) == 0;
        }

        return squares;
    }

    private static string Attributes(XElement rectangle) => string.Join(' ', rectangle.Attributes().Select(a => a.Value));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }

    // Segments, each of the kind in which its characters take least, until one says that there are no more.
    private string Text()
    {
        var (data, text, sizes) = (Data(), new StringBuilder(), Version < 10 ? 0 : Version < 27 ? 1 : 2);
        var bits = new BitsOf(data);
        for (var kind = bits.Take(4); kind != 0; kind = bits.Left < 4 ? 0 : bits.Take(4))
        {
            var count = bits.Take(kind switch { 1 => 10 + (2 * sizes), 2 => 9 + (2 * sizes), 4 => sizes == 0 ? 8 : 16, _ => throw new FormatException($"Segment of the kind {kind}.") });
            for (var i = 0; i < count; i += kind switch { 1 => 3, 2 => 2, _ => 1 })
            {
                var rest = count - i;
                text.Append(kind switch
                {
                    1 => bits.Take(rest == 1 ? 4 : rest == 2 ? 7 : 10).ToString(new string('0', Math.Min(rest, 3)), CultureInfo.InvariantCulture),
                    2 => rest == 1 ? $"{Letters[bits.Take(6)]}" : Pair(bits.Take(11)),
                    _ => $"{(char)bits.Take(8)}",
                });
            }
        }

        return text.ToString();
    }

    private static string Pair(int value) => $"{Letters[value / 45]}{Letters[value % 45]}";

    // The blocks are interleaved, first their data, of which the shorter blocks have one codeword less, then their correction.
    private byte[] Data()
    {
        var (words, blocks) = (Codewords(), Blocks[Version - 1]);
        var data = words.Length - (blocks * CorrectionOfBlock[Version - 1]);
        var (brief, briefBlocks) = (data / blocks, blocks - (data % blocks));
        var ordered = Enumerable.Range(0, blocks).Select(_ => new List<byte>()).ToList();
        for (var i = 0; i < data; i++)
            ordered[i < brief * blocks ? i % blocks : briefBlocks + i - (brief * blocks)].Add(words[i]);
        return [.. ordered.SelectMany(block => block)];
    }

    private byte[] Codewords()
    {
        var (mask, bits, upwards) = (Mask(), new List<bool>(), true);
        // Two columns at a time, up and down in turn; the column of the timing pattern is none.
        foreach (var right in Enumerable.Range(1, size - 1).Reverse().Where(x => x > 6 ? x % 2 == 0 : x % 2 == 1))
        {
            for (var i = 0; i < size; i++)
            {
                var y = upwards ? size - 1 - i : i;
                foreach (var x in (int[])[right, right - 1])
                {
                    if (!IsFunction(y, x))
                        bits.Add(dark[y, x] ^ Masked(mask, y, x));
                }
            }

            upwards = !upwards;
        }

        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => (byte)eight.Aggregate(0, (word, bit) => (word << 1) | (bit ? 1 : 0)))];
    }

    // Format: two bits of level, three of mask, then their own correction.
    private int Mask()
    {
        var format = 0;
        foreach (var x in (int[])[0, 1, 2, 3, 4])
            format = (format << 1) | (dark[8, x] ? 1 : 0);
        format ^= 0b10101;
        (format >> 3).ShouldBe(0, "the level is M");
        return format & 7;
    }

    private static bool Masked(int mask, int y, int x) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => ((y / 2) + (x / 3)) % 2 == 0,
        5 => (y * x % 2) + (y * x % 3) == 0,
        6 => ((y * x % 2) + (y * x % 3)) % 2 == 0,
        _ => (((y + x) % 2) + (y * x % 3)) % 2 == 0,
    };

    private bool IsFunction(int y, int x)
    {
        var corner = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9);
        var version = Version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11));
        return corner || version || y == 6 || x == 6 || IsAlignment(y, x);
    }

    private bool IsAlignment(int y, int x)
    {
        if (Version == 1)
            return false;

        var count = (Version / 7) + 2;
        var step = Version == 32 ? 26 : ((Version * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        var centres = Enumerable.Range(0, count).Select(i => i == 0 ? 6 : size - 7 - ((count - 1 - i) * step)).ToList();
        return centres.Any(cy => centres.Any(cx => Math.Abs(cy - y) < 3 && Math.Abs(cx - x) < 3
            && (cy, cx) != (6, 6) && (cy, cx) != (6, size - 7) && (cy, cx) != (size - 7, 6)));
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Rectangle();

    private sealed class BitsOf(byte[] bytes)
    {
        private int place;

        public int Left => (bytes.Length * 8) - place;

        public int Take(int bits)
        {
            var value = 0;
            for (var i = 0; i < bits; i++, place++)
                value = (value << 1) | (bytes[place / 8] >> (7 - (place % 8)) & 1);
            return value;
        }
    }
}
