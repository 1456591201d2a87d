namespace Agenda.Api.Web.Accounts;

/// <summary>Where a page may lead afterwards, as an address says it: to this site, whatever browsers make of the text.</summary>
internal static class LocalAddress
{
    public const string Parameter = "returnTo", Usual = "/account";

    private const int Longest = 2_000;

    /// <summary><paramref name="said"/> where it is a path of this site; else <paramref name="otherwise"/>.</summary>
    public static string Of(string? said, string otherwise = Usual) => said is not null && IsPathHere(said) ? said : otherwise;

    /// <summary>An address that leads on to <paramref name="next"/> afterwards.</summary>
    public static string Via(string page, string next) => next == Usual ? page : $"{page}?{Parameter}={Uri.EscapeDataString(next)}";

    // Browsers take "\" for "/", drop tabs and line breaks, and take what begins with "//" for another host. So: printable ASCII only, no "\",
    // and in the path no "//" and no ".", "..", or those in their encoded spellings, which could make one.
    private static bool IsPathHere(string said)
    {
        if (said.Length is 0 or > Longest || said[0] != '/' || said.Any(c => c is <= ' ' or > '~' or '\\' or '"' or '<' or '>'))
            return false;

        var path = said.Split('?', '#')[0];
        return !path.Contains("//", StringComparison.Ordinal)
            && !path.Split('/').Any(part => Uri.UnescapeDataString(part) is "." or "..")
            && !Uri.UnescapeDataString(path).StartsWith("//", StringComparison.Ordinal)
            && !Uri.UnescapeDataString(path).Contains('\\', StringComparison.Ordinal)
            && !IsAWayInOrOut(path);
    }

    // Coming back there would go round in circles, or out again at once.
    private static bool IsAWayInOrOut(string path) => path.Split('/')[1] is "sign-in" or "sign-out";
}
