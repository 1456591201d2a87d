using System.Globalization;
using System.Net;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Security;
using Agenda.Api.Web.Accounts;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Mine;

/// <summary>The reader's own agenda as a page, and the forms that change it; all of it works without scripts.</summary>
internal static class MinePages
{
    public const string Address = "/mine", Stars = Address + "/stars", Forgotten = Address + "/forgotten", NewFeed = Address + "/feed";

    // The QR code of a private feed stands in the page itself: an address of it would hold the secret.
    private static readonly string Policy = SecurityHeaders.ForPages.Replace("img-src 'self'", "img-src 'self' data:", StringComparison.Ordinal);

    private const int JustNow = 5, LongestAgo = 400 * NodaConstants.SecondsPerDay;

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(WithHeaders);
        pages.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], ReadAsync);
        pages.MapGet(Stars, StarredSessions.ReadAsync).AddEndpointFilter(SentFromHere.Check);
        var forms = pages.MapGroup("").AddEndpointFilter(SentFromHere.Check).AddEndpointFilter<RepeatOnCollision>().WithMetadata(BodyLimit.Small);
        forms.MapPost(Stars, StarAsync).WithMetadata(new MakesMyAgenda(http => !MineCookie.IsIn(http)));
        forms.MapPost(Forgotten, ForgetAsync);
        forms.MapPost(NewFeed, ReplaceFeedAsync);
        DevicePages.Map(pages, forms);
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, AgendaDbContext db, PublishedAgendas agendas, ReleaseHistories histories, PublicAddress address, FetchLog fetches, TimeProvider clock,
        CancellationToken cancellation)
    {
        var cookie = MineCookie.Of(http, address);
        var mine = cookie is null ? null : await FindAsync(cookie, db, cancellation);
        if (mine is null)
            return AgendaPages.Page<MinePage>(new() { [nameof(MinePage.View)] = null });

        var view = await MineView.ReadAsync(mine, db, agendas, clock.Now(), cancellation);
        var (feed, isFeed) = (address.MyFeed(cookie!.Feed), mine.FeedHash.AsSpan().SequenceEqual(Secret.HashOf(cookie.Feed)));
        return AgendaPages.Page<MinePage>(new()
        {
            [nameof(MinePage.View)] = view,
            [nameof(MinePage.News)] = await MineNews.ReadAsync(mine, view, db, histories, cancellation),
            // Another device gave the calendar another address, of which the hash is known here and nothing else.
            [nameof(MinePage.Subscription)] = isFeed ? SubscriptionResponse.Of(Words.MyAgenda, feed, () => SubscriptionQrCode.WithinAnswer(feed)) : null,
            [nameof(MinePage.Fetches)] = await fetches.OfAsync(db, mine.Id, cancellation),
        });
    }

    private static async Task<IResult> StarAsync(
        HttpContext http, PostedForm form, MyAgendaTokens tokens, MyFeeds feeds, AgendaDbContext db, PublishedAgendas agendas, PublicAddress address, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (!Guid.TryParse(form["session"], out var id))
            return Problems.Invalid("session", "must be the id of a session.");

        var (session, remove, script) = (new SessionId(id), form["act"] == "remove", IsScript(http));
        var cookie = MineCookie.Of(http, address);
        var mine = cookie is null ? null : await FindAsync(cookie, db, cancellation);
        if (mine is null)
        {
            if (remove)
                return script ? TypedResults.NoContent() : new SeeOther(Address);
            // Not made anew in its place: the number that an address may make is counted by who comes without.
            if (MineCookie.IsIn(http))
                return script ? LostToScript(http, address) : Lost(http, address);
            (mine, cookie) = await NewAsync(tokens, db, clock, cancellation);
        }

        if (remove)
        {
            await Starring.RemoveAsync(db, mine, session, clock.Now(), PressedAt(form, clock), cancellation);
        }
        else
        {
            switch (await Starring.PutAsync(db, mine, session, agendas, clock.Now(), PressedAt(form, clock), cancellation))
            {
                case Starred.Unknown:
                    return script ? Problems.Missing("session", id) : AgendaPages.Missing(null);
                case Starred.TooMany:
                    return Problems.Refused(MyAgendaRefusals.TooManyStars());
            }
        }

        feeds.Forget(mine.FeedHash);
        cookie!.Keep(http, address);
        return script ? TypedResults.NoContent() : new SeeOther(remove ? Address : $"{Address}#s-{id}");
    }

    private static bool IsScript(HttpContext http) => http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");

    // A device without network tells later how many seconds ago it was; what clocks say differs. Null for just now.
    private static Instant? PressedAt(PostedForm form, TimeProvider clock) =>
        int.TryParse(form["ago"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= JustNow ? clock.Now() - Duration.FromSeconds(Math.Min(seconds, LongestAgo)) : null;

    private static async Task<IResult> ForgetAsync(HttpContext http, MyFeeds feeds, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        if (MineCookie.Of(http, address) is { } cookie && await FindAsync(cookie, db, cancellation) is { } mine)
        {
            db.MyAgendas.Remove(mine);
            await db.SaveChangesAsync(cancellation);
            feeds.Forget(mine.FeedHash);
        }

        MineCookie.Forget(http, address);
        return new SeeOther(Address);
    }

    private static async Task<IResult> ReplaceFeedAsync(HttpContext http, MyAgendaTokens tokens, MyFeeds feeds, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        if (MineCookie.Of(http, address) is { } cookie && await FindAsync(cookie, db, cancellation) is { } mine)
        {
            var (before, token) = (mine.FeedHash, await tokens.NewAsync(MyAgendaToken.Feed, cancellation));
            mine.ReplaceFeedToken(Secret.HashOf(token));
            await db.SaveChangesAsync(cancellation);
            feeds.Forget(before);
            (cookie with { Feed = token }).Keep(http, address);
        }

        return new SeeOther($"{Address}#subscribe");
    }

    private static RazorComponentResult<MinePage> Lost(HttpContext http, PublicAddress address)
    {
        MineCookie.Forget(http, address);
        return AgendaPages.Page<MinePage>(new() { [nameof(MinePage.View)] = null, [nameof(MinePage.IsLost)] = true }, HttpStatusCode.Gone);
    }

    private static ProblemHttpResult LostToScript(HttpContext http, PublicAddress address)
    {
        MineCookie.Forget(http, address);
        return Problems.Of(StatusCodes.Status410Gone, "agenda-gone", "The agenda of this browser is not kept any more. Nothing was starred; star again to begin a new one.");
    }

    // Made with the first star: who only looks leaves nothing here.
    private static async Task<(MyAgenda Mine, MineCookie Cookie)> NewAsync(MyAgendaTokens tokens, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var cookie = new MineCookie(await tokens.NewAsync(MyAgendaToken.Edit, cancellation), await tokens.NewAsync(MyAgendaToken.Feed, cancellation));
        var mine = new MyAgenda(Secret.HashOf(cookie.Edit), Secret.HashOf(cookie.Feed), clock.Now());
        db.MyAgendas.Add(mine);
        return (mine, cookie);
    }

    public static Task<MyAgenda?> FindAsync(MineCookie cookie, AgendaDbContext db, CancellationToken cancellation)
    {
        var hash = Secret.HashOf(cookie.Edit);
        return db.MyAgendas.SingleOrDefaultAsync(m => m.EditHash == hash, cancellation);
    }

    private static ValueTask<object?> WithHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        // Its reader's own, and full of secrets.
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return next(context);
    }
}
