namespace Agenda.Api.Web.Accounts;

/// <summary>What people call a browser, from what it calls itself: every one calls itself several others for old times' sake.</summary>
internal static class BrowserName
{
    // The first that is found is it: those that name others come before them.
    private static readonly (string Sign, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>"Firefox on Windows"; what it calls itself where that says nothing known.</summary>
    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
            return AccountWords.BrowserWithoutName;

        var (program, system) = (NameIn(userAgent, Programs), NameIn(userAgent, Systems));
        return program is null ? userAgent : system is null ? program : Phrases.Fill(AccountWords.BrowserOnSystem, program, system);
    }

    private static string? NameIn(string userAgent, (string Sign, string Name)[] known) => known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
