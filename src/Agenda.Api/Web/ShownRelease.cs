using System.Globalization;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Resources;
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

    /// <summary>All days, also where the agenda opens with one.</summary>
    public string WholeAgenda => With($"/{Slug}?day={OpeningDay.All}");

    public string People => With($"/{Slug}/people");

    public string Rooms => With($"/{Slug}/rooms");

    public string Of(PublishedPerson person) => With($"/{Slug}/people/{person.Id.Value}");

    /// <summary>The pages of people by their names; two of one name have none.</summary>
    public IReadOnlyDictionary<string, string> AddressesOf(IEnumerable<PublishedPerson> people) =>
        people.Where(p => !p.IsErased).GroupBy(p => p.Name, StringComparer.Ordinal).Where(name => name.Count() == 1).ToDictionary(name => name.Key, name => Of(name.Single()), StringComparer.Ordinal);

    public string Of(ReleasedRoom room) => With($"/{Slug}/rooms/{room.Slug}");

    /// <summary>What hangs beside the door of a room; it always tells the newest release.</summary>
    public string DoorOf(ReleasedRoom room) => $"/{Slug}/rooms/{room.Slug}/door";

    /// <summary>A file, which belongs to no release.</summary>
    public string Of(PublishedFile file) => $"/{Slug}/files/{file.Id.Value}/{Uri.EscapeDataString(file.Name)}";

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

    /// <summary>The same person in the newest release, or its people.</summary>
    public string InNewest(PublishedPerson person) => Newest.Person(person.Id.Value) is null ? $"/{Slug}/people" : $"/{Slug}/people/{person.Id.Value}";

    /// <summary>The same room in the newest release, or its rooms.</summary>
    public string InNewest(ReleasedRoom room) => Newest.Document.Rooms.FirstOrDefault(r => r.Id == room.Id) is { } now ? $"/{Slug}/rooms/{now.Slug}" : $"/{Slug}/rooms";

    private string With(string address) => Parameter is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}";
}
