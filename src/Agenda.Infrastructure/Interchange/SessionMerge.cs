using System.Globalization;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>What becomes of a session that an earlier file made, when a newer one comes.</summary>
internal sealed class SessionMerge(ThreeWay way, ImportedReferences references)
{
    public SessionFacts Facts(SessionFacts here, SessionFacts file, bool othersStay) => file with
    {
        Title = way.Choose("title", here.Title, file.Title),
        Type = way.Choose("type", here.Type, file.Type, t => t.Id.Value.ToString(), t => t.Code),
        Track = way.Choose("track", here.Track, file.Track, t => t?.Id.Value.ToString() ?? "", t => t?.Slug),
        Language = way.Choose("language", here.Language, file.Language, t => t ?? "", t => t),
        Abstract = way.Choose("abstract", here.Abstract, file.Abstract, t => t ?? "", t => t),
        Status = way.Choose("status", here.Status, file.Status, StatusText, StatusText),
        Chairs = way.Choose("chairs", here.Chairs, file.Chairs, ids => string.Join(' ', ids.Select(id => id.Value)), ids => string.Join("; ", ids.Select(references.People.NameOf))),
        Resources = way.Choose("resources", here.Resources, file.Resources, links => string.Join('\n', links.Select(l => $"{l.Url} {l.Title}")), links => string.Join(", ", links.Select(l => l.Url))),
        Contributions = Contributions(here.Contributions, file.Contributions, othersStay),
    };

    public Placement? Place(Placement? here, Placement? file) => way.Choose("placement", here, file, Text, Shown);

    /// <summary>Where it is joined online: told that it differs, not what it is.</summary>
    public string? JoinUrl(string? here, string? file) => way.Choose("joinUrl", here, file, url => url ?? "", _ => null);

    /// <summary>How a status is remembered.</summary>
    public static string StatusText(SessionStatus status) => status switch
    {
        SessionStatus.Draft => "draft",
        SessionStatus.Cancelled => "cancelled",
        _ => "confirmed",
    };

    // In the order of the file; what only stands here follows.
    private List<ContributionFacts> Contributions(IReadOnlyList<ContributionFacts> here, IReadOnlyList<ContributionFacts> file, bool othersStay)
    {
        var merged = new List<ContributionFacts>();
        foreach (var said in file)
        {
            var present = here.FirstOrDefault(c => c.Code == said.Code);
            var chosen = way.Choose(Field(said), present, said, Text, Shown);
            if (chosen is not null)
                merged.Add(present is null ? chosen : chosen with { Id = present.Id });
        }

        // The order is that of whoever changed it last, as everything else is; a file that tells of a part says none.
        var codes = file.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var kept = Codes(here.Where(c => codes.Contains(c.Code)));
        var order = (othersStay && kept.Length > 0 ? kept : way.Choose("contributions", kept, Codes(merged), text => text, text => text.Replace("\n", ", ", StringComparison.Ordinal))).Split('\n');
        merged = [.. merged.OrderBy(c => Array.IndexOf(order, c.Code) is >= 0 and var place ? place : int.MaxValue)];
        foreach (var other in here.Where(c => !codes.Contains(c.Code)))
        {
            if (othersStay || other.Code is null || !way.Knows(Field(other)) || way.Choose(Field(other), other, null, Text, Shown) is not null)
                merged.Add(other);
            else
                way.Forget(Field(other));
        }

        return merged;
    }

    private static string Field(ContributionFacts contribution) => $"contributions/{contribution.Code}";

    private static string Codes(IEnumerable<ContributionFacts> contributions) => string.Join('\n', contributions.Select(c => c.Code));

    private static string Text(ContributionFacts? c) => c is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $"{c.Title}\n{c.Minutes}\n{string.Join(' ', c.Authors.Select(a => $"{a.Person.Value}{(a.Presenting ? "*" : "")}"))}\n{c.Abstract}");

    private string? Shown(ContributionFacts? c) => c is null ? null : string.Create(
        CultureInfo.InvariantCulture, $"{c.Title}{(c.Minutes is { } minutes ? $", {minutes} min" : "")}{(c.Authors.Count > 0 ? ": " : "")}{string.Join("; ", c.Authors.Select(a => references.People.NameOf(a.Person) + (a.Presenting ? "*" : "")))}{(c.Abstract is null ? "" : $" – {c.Abstract}")}");

    private static string Text(Placement? placement) => placement is { } p
        ? string.Create(CultureInfo.InvariantCulture, $"{p.Room?.Value} {p.Slot.LocalStart:uuuu-MM-dd'T'HH:mm:ss} {p.Slot.Minutes} {p.Slot.Offset}")
        : "";

    private string? Shown(Placement? placement) => placement is { } p
        ? string.Create(CultureInfo.InvariantCulture, $"{p.Slot.LocalStart:uuuu-MM-dd'T'HH:mm}, {p.Slot.Minutes} min{(p.Room is { } room ? $", {references.Rooms.SlugOf(room)}" : "")}")
        : null;
}
