using System.Runtime.CompilerServices;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Releases.Changes;

/// <summary>The Atom feed of each history: rendered once for everybody, and on request for some people.</summary>
internal sealed class AtomFeeds(PublicAddress address)
{
    private readonly ConditionalWeakTable<ReleaseHistory, Rendered> kept = [];

    public Rendered Of(string slug, PublishedAgenda newest, ReleaseHistory history, PeopleAskedFor people)
    {
        if (people.IsEverybody && kept.TryGetValue(history, out var known) && known.Slug == slug)
            return known;

        var made = new Rendered(slug, new AtomFeed(slug, newest, history, people, address));
        if (people.IsEverybody)
            kept.AddOrUpdate(history, made);
        return made;
    }

    internal sealed class Rendered(string slug, AtomFeed feed)
    {
        private readonly CodedContent coded = new();
        private readonly WholeContent content = new(feed.Bytes());
        private readonly Instant updated = feed.Updated;

        public string Slug => slug;

        public Representation Answer() => new(content, $"{ReadReleaseFeed.MediaType}; charset=utf-8", updated) { Kept = coded };
    }
}
