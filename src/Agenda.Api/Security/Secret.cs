using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Agenda.Api.Security;

/// <summary>
/// A secret of 256 random bits, which is shown once and kept as its SHA-256. A hash without salt and stretching is enough because it is random,
/// not a password; it is looked up by its hash, so that comparing takes as long for any.
/// </summary>
internal sealed record Secret(string Text, byte[] Hash)
{
    /// <summary>What a personal token begins with, so that people and scanners of source code recognise one.</summary>
    public const string TokenPrefix = "agenda_";

    private const int Bytes = 32, LongestText = 200;

    public static Secret New(string prefix = "")
    {
        var text = prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return new(text, HashOf(text));
    }

    /// <summary>The hash to look a text up by; a text that is longer than any secret is cut, so that it costs no more than one.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.Length > LongestText ? text[..LongestText] : text));
}
