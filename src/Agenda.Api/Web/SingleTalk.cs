using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>
/// Sessions that are nothing but one talk, as programmes of other systems have them: their one contribution has the title of the session.
/// Readers see the talk once, and its authors as speakers.
/// </summary>
internal static class SingleTalk
{
    public static bool Is(PublishedSession session) => session.Contributions is [var only] && only.Released.Title == session.Title;

    public static IReadOnlyList<PublishedAuthor> SpeakersOf(PublishedSession session) => Is(session) ? session.Contributions[0].Authors : [];
}
