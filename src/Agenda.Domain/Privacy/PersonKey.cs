namespace Agenda.Domain.Privacy;

/// <summary>What an imported file calls somebody: a GUID, a number, or their name.</summary>
internal static class PersonKey
{
    private const string OfNumber = "id:", OfGuid = "guid:";

    /// <summary>
    /// The key where others may know it: a number, or a GUID that is random (versions 4 and 7). c3voc's tools make GUIDs of e-mail addresses
    /// (version 5): whoever guesses the address could test the guess.
    /// </summary>
    public static string? ForFiles(string? key)
    {
        if (key is null)
            return null;
        if (key.StartsWith(OfNumber, StringComparison.Ordinal))
            return key.Length > OfNumber.Length && key.AsSpan(OfNumber.Length).IndexOfAnyExceptInRange('0', '9') < 0 ? key : null;
        return key.StartsWith(OfGuid, StringComparison.Ordinal) && Guid.TryParseExact(key[OfGuid.Length..], "D", out var guid) && guid.Version is 4 or 7 ? key : null;
    }
}
