namespace Agenda.Domain.Privacy;

/// <summary>What an imported file calls a session: its title, where it has nothing else.</summary>
internal static class SessionKey
{
    private const string OfTitle = "title:";

    /// <summary>The key where it is a number or code of another system, to which old links lead; null where it tells a title or stands for one.</summary>
    public static string? ForLinks(string? key) => key is null || key.StartsWith(OfTitle, StringComparison.Ordinal) || ErasedKey.Is(key) ? null : key;

    /// <summary>The key; or one that does not tell it, where it is a title that names the erased or that goes with them.</summary>
    public static string? Without(Erasure erasure, ConferenceId conference, string? key, bool own) =>
        key is not null && key.StartsWith(OfTitle, StringComparison.Ordinal) && ((own && erasure.Titles) || erasure.Names.StandIn(key))
            ? ErasedKey.OfSession(conference, key)
            : key;
}
