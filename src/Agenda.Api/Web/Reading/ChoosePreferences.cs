using Agenda.Api.Http;
using Agenda.Api.Web.Accounts;
using Agenda.Api.Web.Mine;
using Microsoft.AspNetCore.WebUtilities;

namespace Agenda.Api.Web.Reading;

/// <summary>Takes the form at the foot of pages: language, clock and theme. Then the reader is back where they were.</summary>
internal static class ChoosePreferences
{
    public const string Address = "/reading";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost(Address, Handle).ExcludeFromDescription().AddEndpointFilter(SentFromHere.Check).WithMetadata(BodyLimit.Small);

    private static SeeOther Handle(PostedForm form, HttpResponse response, PublicAddress address)
    {
        ReadingPreferences.Of(form["language"], form["hours"], form["theme"]).Keep(response, address.IsTls);
        return new SeeOther(WithoutLanguage(LocalAddress.Of(form["back"], "/")));
    }

    // It would be chosen again by the address.
    private static string WithoutLanguage(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        var kept = QueryHelpers.ParseQuery(query);
        kept.Remove(ReaderLocale.Parameter);
        return QueryHelpers.AddQueryString(path, kept);
    }
}
