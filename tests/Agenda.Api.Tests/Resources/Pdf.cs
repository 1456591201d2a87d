namespace Agenda.Api.Tests.Resources;

/// <summary>Content that begins as a PDF does, and of which every byte says where it stands.</summary>
internal static class Pdf
{
    public static byte[] Of(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
            bytes[i] = (byte)((i * 31) + (i / 253));
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }
}
