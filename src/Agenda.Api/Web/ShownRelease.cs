using System.Globalization;
using Agenda.Domain.Releases;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>
/// The release that a page shows, and the addresses of the pages around it: the newest, or one that was asked for by its number. Links from the
/// latter stay within it.
/// </summary>
public sealed record ShownRelease(string Slug, PublishedAgenda Published, PublishedAgenda Newest, bool IsAskedFor)
{
    public static ShownRelease TheNewest(PublishedAgenda published) => new(published.Conference.Slug, published, published, false);

    public int Number => Published.Document.Number;

    /// <summary>Whether there is a newer one.</summary>
    public bool IsOlder => Number < Newest.Document.Number;

    /// <summary>The parameter by which links stay within the release; null where they follow the newest.</summary>
    public string? Parameter => IsAskedFor ? string.Create(CultureInfo.InvariantCulture, $"release={Number}") : null;

    public string Agenda => Under(new());

    /// <summary>What changed: up to this release, or of all.</summary>
    public string Changes => With($"/{Slug}/changes");

    /// <summary>The feed of what releases change.</summary>
    public string ReleaseFeed => $"/api/v1/conferences/{Slug}/releases/atom";

    public string Under(AgendaFilter filter) => With($"/{Slug}{AgendaView.Query(filter)}");

    public string On(LocalDate day) => Under(new() { Days = [LocalDatePattern.Iso.Format(day)] });

    public string Of(PublishedPerson person) => Under(new() { People = [person.Id.Value.ToString()] });

    public string Of(PublishedSession session) => Session(session.Code, IsAskedFor ? Number : null);

    /// <summary>A session of the newest release, or of another, by its code there.</summary>
    public string Session(string code, int? release) =>
        $"/{Slug}/sessions/{Uri.EscapeDataString(code)}" + (release is { } number ? string.Create(CultureInfo.InvariantCulture, $"?release={number}") : "");

    /// <summary>The session as a file for the calendar; null in an older release: what is in a calendar should be so.</summary>
    public string? Download(PublishedSession session) => IsOlder ? null : $"/calendars/{Slug}/sessions/{Uri.EscapeDataString(session.Code)}.ics";

    /// <summary>The feed under a filter, which is always that of the newest release; null in an older one.</summary>
    public string? Feed(AgendaFilter filter) => IsOlder ? null : $"/calendars/{Slug}.ics{AgendaView.Query(filter)}";

    /// <summary>The same agenda in the newest release, as far as that still knows the filter.</summary>
    public string InNewest(AgendaFilter filter) => $"/{Slug}{(Newest.Select(filter).Unknown is null ? AgendaView.Query(filter) : "")}";

    /// <summary>The same session in the newest release, or its agenda.</summary>
    public string InNewest(PublishedSession session) =>
        Newest.Sessions.FirstOrDefault(s => s.Id == session.Id) is { } now ? Session(now.Code, null) : $"/{Slug}";

    private string With(string address) => Parameter is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}";
}
