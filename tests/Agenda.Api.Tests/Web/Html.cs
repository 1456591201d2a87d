using System.Text;
using Agenda.Api.Http;
using Agenda.Api.Web;
using Agenda.Domain.Releases;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>Pages as a browser reads them.</summary>
internal static class Html
{
    /// <summary>Where the public finds what the tests render.</summary>
    public static readonly PublicAddress Address = new(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", "https://agenda.example.org")]).Build());

    public static Task<IHtmlDocument> AgendaAsync(PublishedAgenda published, AgendaFilter? filter = null, bool asGrid = false, Instant? now = null) => PageAsync<AgendaPage>(new()
    {
        [nameof(AgendaPage.View)] = new AgendaView(ShownRelease.TheNewest(published), filter ?? new(), published.Select(filter ?? new()).Sessions, now ?? Harbour.SummerMorning) { IsGrid = asGrid },
        [nameof(AgendaPage.Subscription)] = Subscription.To(ShownRelease.TheNewest(published), filter ?? new(), Address),
    });

    public static Task<IHtmlDocument> SessionAsync(PublishedAgenda published, string code) => PageAsync<SessionPage>(new()
    {
        [nameof(SessionPage.Shown)] = ShownRelease.TheNewest(published),
        [nameof(SessionPage.Session)] = published.Session(code),
        [nameof(SessionPage.Address)] = Address.Session(published.Conference.Slug, code),
        [nameof(SessionPage.Data)] = SchemaEvent.Of(published, published.Session(code)!, Address),
    });

    public static Task<IHtmlDocument> PersonAsync(PublishedAgenda published, ReleasedPerson person) => PageAsync<PersonPage>(new()
    {
        [nameof(PersonPage.Shown)] = ShownRelease.TheNewest(published),
        [nameof(PersonPage.Person)] = published.Person(person.Id.Value),
        [nameof(PersonPage.Subscription)] = Subscription.To(ShownRelease.TheNewest(published), new() { People = [person.Id.Value.ToString()] }, Address),
    });

    public static Task<IHtmlDocument> RoomAsync(PublishedAgenda published, string slug) => PageAsync<RoomPage>(new()
    {
        [nameof(RoomPage.Shown)] = ShownRelease.TheNewest(published),
        [nameof(RoomPage.Room)] = published.Room(slug),
        [nameof(RoomPage.Subscription)] = Subscription.To(ShownRelease.TheNewest(published), new() { Rooms = [slug] }, Address),
    });

    public static Task<IHtmlDocument> DoorAsync(PublishedAgenda published, string room, LocalDateTime at) => PageAsync<DoorPage>(new()
    {
        [nameof(DoorPage.View)] = DoorView.Of(ShownRelease.TheNewest(published), published.Room(room)!, published.Zone.Rules.AtLeniently(at)),
    });

    public static async Task<IHtmlDocument> PageAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent => Parse(await TextAsync<T>(parameters));

    public static async Task<string> TextAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(new LegalLinks(new ConfigurationBuilder().Build())).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(html);

    /// <summary>The text of what a selector finds, white space as a reader sees it.</summary>
    public static IReadOnlyList<string> Texts(this IParentNode node, string selector) => [.. node.QuerySelectorAll(selector).Select(Words)];

    public static string Text(this IParentNode node, string selector) => Words(node.QuerySelectorAll(selector).ShouldHaveSingleItem());

    // Elements that a reader sees apart have no white space between them in the source.
    private static string Words(IElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.GetDescendants())
        {
            if (node is IText words)
                text.Append(words.Data);
            else if (node is IElement { LocalName: "li" or "p" or "div" or "span" or "small" or "dt" or "dd" or "h3" or "h4" or "strong" or "summary" })
                text.Append(' ');
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
