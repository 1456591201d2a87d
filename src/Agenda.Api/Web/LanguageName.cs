using System.Globalization;
using Agenda.Api.Web.Reading;

namespace Agenda.Api.Web;

/// <summary>Languages as readers call them.</summary>
internal static class LanguageName
{
    /// <summary>"Deutsch" for <c>de</c>.</summary>
    public static string OfItself(string tag) => CultureInfo.GetCultureInfo(tag).NativeName;

    /// <summary>"Irish" for <c>ga</c>; the tag itself where nobody knows it.</summary>
    public static string Of(string tag)
    {
        try
        {
            // A tag that is merely well-formed gets a culture too, one that is called "Unknown language" or like its tag.
            var culture = CultureInfo.GetCultureInfo(tag);
            return culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal) || culture.Equals(CultureInfo.InvariantCulture) ? tag
                : Locale.Current.Language == Locale.English.Language ? culture.EnglishName : culture.DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
