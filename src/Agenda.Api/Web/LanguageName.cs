using System.Globalization;

namespace Agenda.Api.Web;

/// <summary>Languages as English readers call them.</summary>
internal static class LanguageName
{
    /// <summary>"Irish" for <c>ga</c>; the tag itself where nobody knows it.</summary>
    public static string Of(string tag)
    {
        try
        {
            // A tag that is merely well-formed gets a culture too, one that is called "Unknown language" or like its tag.
            var culture = CultureInfo.GetCultureInfo(tag);
            return culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal) || culture.Equals(CultureInfo.InvariantCulture) ? tag : culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
