using System.Security.Cryptography;
using System.Text;
using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>
/// What an imported file calls somebody, in a form that does not tell it: SHA-256 of the conference and the key. So the next file does not bring
/// back what was erased. Whoever guesses the key or the name can test the guess; see docs/decisions/0011.
/// </summary>
public static class ErasedKey
{
    private const string Erased = "erased:";

    /// <summary>For a person: the kind of key ("guid", "id", "name"), its hash, and the hash of the name.</summary>
    public static string OfPerson(ConferenceId conference, string? key, string name) =>
        $"{Erased}{(key is null ? "" : $"{key[..Math.Max(0, key.IndexOf(':', StringComparison.Ordinal))]}:{Hash(conference, key)}")}|{HashOfName(conference, name)}";

    /// <summary>For a session that is recognised by its title.</summary>
    public static string OfSession(ConferenceId conference, string key) => Erased + Hash(conference, key);

    /// <summary>Whether it is such a form.</summary>
    public static bool Is(string? key) => key is not null && key.StartsWith(Erased, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="erased"/> was made of this key.</summary>
    public static bool IsOfKey(string? erased, ConferenceId conference, string key) =>
        Is(erased) && erased!.Contains(Hash(conference, key), StringComparison.Ordinal);

    /// <summary>Whether <paramref name="erased"/> was made of this name.</summary>
    public static bool IsOfName(string? erased, ConferenceId conference, string name) =>
        Is(erased) && erased!.EndsWith(HashOfName(conference, name), StringComparison.Ordinal);

    /// <summary>Whether the key was of this kind.</summary>
    public static bool IsOfKind(string? erased, string kind) => erased is not null && erased.StartsWith($"{Erased}{kind}:", StringComparison.Ordinal);

    // As files call people of whom they know the name only.
    private static string HashOfName(ConferenceId conference, string name) => Hash(conference, $"name:{FoldedText.Of(name)}");

    private static string Hash(ConferenceId conference, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conference.Value:N} {key}")));
}
