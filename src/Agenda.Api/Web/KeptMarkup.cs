using System.Runtime.CompilerServices;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>Markup of sessions that is written once per release and locale, and lives as long as the release is in memory.</summary>
internal sealed class KeptMarkup(Func<ShownRelease, PublishedSession, string> write)
{
    private readonly ConditionalWeakTable<PublishedSession, string?[]> kept = [];

    public string Of(ShownRelease shown, PublishedSession session)
    {
        // Links from a release that is asked for stay within it, and who reads an old one stars nothing there.
        if (shown.IsAskedFor)
            return write(shown, session);

        var byLocale = kept.GetValue(session, static _ => new string?[Locale.All.Count]);
        return byLocale[Locale.Current.Place] ??= write(shown, session);
    }
}
