using System.Text;
using QRCoder;

namespace Agenda.Api.Calendars;

/// <summary>
/// An address as a QR code for cameras: black on white whatever surrounds it, with the quiet zone of four modules that ISO/IEC 18004 asks
/// for. The same text gives the same bytes.
/// </summary>
internal static class QrPicture
{
    public const string SvgType = "image/svg+xml", PngType = "image/png";

    /// <summary>How many ASCII characters the largest code holds when 15 % of it may be damaged (version 40, level M).</summary>
    public const int MostCharacters = 2_331;

    private const int PixelsPerModule = 8;

    public static bool Holds(string address) => address.Length <= MostCharacters && Ascii.IsValid(address);

    /// <summary>The picture without a size of its own: it fills the place that it is given.</summary>
    public static byte[] Svg(string address)
    {
        using var data = Code(address);
        using var code = new SvgQRCode(data);
        return Encoding.UTF8.GetBytes(code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    /// <summary>The picture with eight pixels for each module.</summary>
    public static byte[] Png(string address)
    {
        using var data = Code(address);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule, drawQuietZones: true);
    }

    private static QRCodeData Code(string address) => QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
}
