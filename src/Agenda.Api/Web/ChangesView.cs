using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>What the page of changes shows: the latest releases one after the other, or one of them against another.</summary>
/// <param name="Shown">The newest release.</param>
/// <param name="Sections">The newest first.</param>
/// <param name="Compared">The release that one was asked for, and the one that it is compared with; null where all are shown.</param>
/// <param name="People">Those whose changes alone are shown; null for one whom the newest release does not have.</param>
/// <param name="PeopleQuery">Those in addresses: "person=…&amp;person=…".</param>
public sealed record ChangesView(
    ShownRelease Shown, IReadOnlyList<ReleaseSection> Sections, (int Release, int Since)? Compared, IReadOnlyList<PublishedPerson?> People, string PeopleQuery)
{
    private readonly Lazy<Dictionary<PersonId, PublishedPerson>> newest = new(() => Shown.Newest.People.ToDictionary(p => p.Id));

    public string Heading => Compared switch
    {
        null => Words.WhatChanged,
        (var release, var since) when since == release - 1 => Phrases.Fill(Words.WhatReleaseChanged, release),
        (var release, 0) => Phrases.Fill(Words.EverythingInRelease, release),
        var (release, since) => Phrases.Fill(Words.FromReleaseToRelease, since, release),
    };

    /// <summary>The last release that is shown is not the first there was.</summary>
    public int? Earlier => Compared is null && Sections is [.., { Release: > 1 and var last }] ? last - 1 : null;

    /// <summary>Somebody of the newest release.</summary>
    public PublishedPerson? Person(PersonId id) => newest.Value.GetValueOrDefault(id);

    public string Of(int? release) => Address(release is { } number ? $"release={number}" : "", PeopleQuery);

    public string ForEverybody => Address(Compared is { } compared ? $"release={compared.Release}&since={compared.Since}" : "");

    public string ReleaseFeed => Shown.ReleaseFeed + (PeopleQuery.Length == 0 ? "" : $"?{PeopleQuery}");

    private string Address(params IEnumerable<string> parameters) =>
        string.Join('&', parameters.Where(p => p.Length > 0)) is { Length: > 0 } query ? $"/{Shown.Slug}/changes?{query}" : $"/{Shown.Slug}/changes";
}
