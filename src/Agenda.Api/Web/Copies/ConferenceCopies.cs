using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Agenda.Api.Http;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NodaTime;

namespace Agenda.Api.Web.Copies;

/// <summary>
/// All session pages of a conference in one answer, for a device that keeps them: what they have in common once, and of each what is its own. Hundreds of
/// requests from each of hundreds of readers become one, whose bytes are made once per release and language.
/// </summary>
internal sealed partial class ConferenceCopies(IServiceScopeFactory scopes, ILoggerFactory loggers, ReleaseHistories histories, PublicAddress address)
{
    private const int MostSessions = 1_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As long as the release is in memory.
    private readonly ConditionalWeakTable<PublishedAgenda, Lazy<Task<ConferenceCopy>>[]> made = [];

    public Task<ConferenceCopy> OfAsync(PublishedAgenda agenda)
    {
        var copies = made.GetValue(agenda, agenda => [.. Locale.All.Select(locale => Begin(agenda, locale))]);
        ref var copy = ref copies[Locale.Current.Place];
        // What failed once may go well now: a copy is made of what the database says as well.
        if (copy is { IsValueCreated: true, Value.IsFaulted: true } failed)
            Interlocked.CompareExchange(ref copy, Begin(agenda, Locale.Current), failed);
        return copy.Value;
    }

    private Lazy<Task<ConferenceCopy>> Begin(PublishedAgenda agenda, Locale locale) => new(() => Task.Run(() => MakeAsync(agenda, locale)));

    private async Task<ConferenceCopy> MakeAsync(PublishedAgenda agenda, Locale locale)
    {
        CultureInfo.CurrentUICulture = locale;
        var shown = ShownRelease.TheNewest(agenda);
        var history = await histories.OfAsync(shown.Slug, CancellationToken.None) is var (_, told) ? told : null;
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var (frame, pages) = (Array.Empty<string>(), new Dictionary<string, string[]>(StringComparer.Ordinal));
        foreach (var session in agenda.Sessions.Take(MostSessions))
        {
            // Files need the network, and they and live links come and go without a release.
            var parameters = ParameterView.FromDictionary(AgendaPages.OfSession(shown, session, history, [], address));
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SessionPage>(parameters)).ToHtmlString());
            if (Parts().Match(html) is not { Success: true } parts)
                continue;

            frame = frame.Length > 0 ? frame : [parts.Groups["begin"].Value, OfOneSession().Replace(parts.Groups["middle"].Value, ""), parts.Groups["end"].Value];
            pages[shown.Of(session)] = [parts.Groups["title"].Value, parts.Groups["main"].Value];
        }

        return new(JsonSerializer.SerializeToUtf8Bytes(new { release = shown.Number, frame, pages, lists = Lists(shown) }, Readable));
    }

    // Pages of which there are few: a device asks for them as anybody does.
    private static IEnumerable<string> Lists(ShownRelease shown) =>
    [
        "/", shown.Agenda, shown.WholeAgenda, $"{shown.Agenda}?view=grid", .. shown.Published.Sessions.Select(s => s.Day).OfType<LocalDate>().Distinct().Order().Select(shown.On),
        shown.People, shown.Rooms, shown.Changes,
    ];

    [GeneratedRegex("^(?<begin>.*?<title>)(?<title>.*?)(?<middle></title>.*?<main[^>]*>)(?<main>.*)(?<end></main>.*)$", RegexOptions.Singleline)]
    private static partial Regex Parts();

    // The calendar file of a session, and what search engines read of it.
    [GeneratedRegex("<link rel=\"alternate\" type=\"text/calendar\"[^>]*>|<script type=\"application/ld\\+json\">.*?</script>", RegexOptions.Singleline)]
    private static partial Regex OfOneSession();
}

/// <summary>A copy of a conference in one language, and its coded forms.</summary>
internal sealed class ConferenceCopy(byte[] json)
{
    private readonly WholeContent content = new(json);
    private readonly CodedContent coded = new();

    public Representation Answer => new(content, "application/json; charset=utf-8", null) { CacheControl = "private, no-cache", Kept = coded };
}
