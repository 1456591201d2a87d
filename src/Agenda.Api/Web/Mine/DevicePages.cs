using System.Net;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Agenda.Api.Web.Accounts;
using Agenda.Domain.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Mine;

/// <summary>
/// One agenda on several devices: a private link takes it there. The tokens stand behind the "#" of the link, which browsers keep to themselves, and come
/// here in the body of a form: no log has a place for them. Somebody has to press, so that nobody is led into another's agenda unseen.
/// </summary>
internal static class DevicePages
{
    public const string Link = MinePages.Address + "/link", Join = MinePages.Address + "/join", Left = MinePages.Address + "/left";

    public static void Map(RouteGroupBuilder pages, RouteGroupBuilder forms)
    {
        pages.MapMethods(Link, [HttpMethods.Get, HttpMethods.Head], ShowLinkAsync);
        pages.MapMethods(Join, [HttpMethods.Get, HttpMethods.Head], AskAsync);
        forms.MapPost(Link, ReplaceLinkAsync);
        forms.MapPost(Join, JoinAsync);
        forms.MapPost(Left, Leave);
    }

    private static async Task<IResult> ShowLinkAsync(HttpContext http, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        if (MineCookie.Of(http, address) is not { } cookie || await MinePages.FindAsync(cookie, db, cancellation) is null)
            return AgendaPages.Page<LinkPage>(new() { [nameof(LinkPage.Link)] = null });

        var link = $"{address.Root}{Join}#{cookie.Edit}~{cookie.Feed}";
        return AgendaPages.Page<LinkPage>(new() { [nameof(LinkPage.Link)] = link, [nameof(LinkPage.Picture)] = SubscriptionQrCode.WithinAnswer(link)?.Svg });
    }

    private static async Task<IResult> AskAsync(HttpContext http, AgendaDbContext db, PublicAddress address, CancellationToken cancellation) =>
        Page(await StarsHereAsync(MineCookie.Of(http, address), db, cancellation), null, HttpStatusCode.OK);

    private static async Task<IResult> JoinAsync(
        HttpContext http, PostedForm form, MyAgendaTokens tokens, MyFeeds feeds, AgendaDbContext db, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var here = MineCookie.Of(http, address);
        if (await BroughtAsync(form["link"], tokens, cancellation) is not { } brought || await MinePages.FindAsync(brought, db, cancellation) is not { } mine)
            return Page(await StarsHereAsync(here, db, cancellation), Words.LinkOpensNothing, HttpStatusCode.BadRequest);

        var before = here is null ? null : await MinePages.FindAsync(here, db, cancellation);
        if (before is not null && before.Id != mine.Id && form["stars"] == "merge" && !await Starring.MergeAsync(db, before, mine, clock.Now(), cancellation))
            return Page(await StarsHereAsync(here, db, cancellation), Phrases.Fill(Words.TooManyStarsTogether, MyAgenda.MostStars), HttpStatusCode.Conflict);

        feeds.Forget(mine.FeedHash);
        // A link of before the calendar got another address does not take the present one away.
        (before?.Id == mine.Id && Knows(here!, mine) ? brought with { Feed = here!.Feed } : brought).Keep(http, address);
        return new SeeOther(MinePages.Address);
    }

    private static async Task<IResult> ReplaceLinkAsync(HttpContext http, MyAgendaTokens tokens, AgendaDbContext db, PublicAddress address, CancellationToken cancellation)
    {
        if (MineCookie.Of(http, address) is { } cookie && await MinePages.FindAsync(cookie, db, cancellation) is { } mine)
        {
            var token = await tokens.NewAsync(MyAgendaToken.Edit, cancellation);
            var (before, hash) = (mine.EditHash, Secret.HashOf(token));
            if (await db.MyAgendas.Where(m => m.Id == mine.Id && m.EditHash == before).ExecuteUpdateAsync(set => set.SetProperty(m => m.EditHash, hash), cancellation) > 0)
                (cookie with { Edit = token }).Keep(http, address);
        }

        return new SeeOther(Link);
    }

    private static SeeOther Leave(HttpContext http, PublicAddress address)
    {
        MineCookie.Forget(http, address);
        return new(MinePages.Address);
    }

    // The whole link, or what stands behind its "#".
    private static async ValueTask<MineCookie?> BroughtAsync(string link, MyAgendaTokens tokens, CancellationToken cancellation) =>
        link[(link.LastIndexOf('#') + 1)..].Split('~') is [var edit, var feed]
        && await tokens.IsOursAsync(MyAgendaToken.Edit, edit, cancellation) && await tokens.IsOursAsync(MyAgendaToken.Feed, feed, cancellation) ? new(edit, feed) : null;

    private static bool Knows(MineCookie cookie, MyAgenda mine) => mine.FeedHash.AsSpan().SequenceEqual(Secret.HashOf(cookie.Feed));

    private static async Task<int> StarsHereAsync(MineCookie? here, AgendaDbContext db, CancellationToken cancellation) =>
        here is not null && await MinePages.FindAsync(here, db, cancellation) is { } mine ? await db.Stars.CountAsync(s => s.MyAgendaId == mine.Id, cancellation) : 0;

    private static RazorComponentResult<JoinPage> Page(int stars, string? error, HttpStatusCode status) =>
        AgendaPages.Page<JoinPage>(new() { [nameof(JoinPage.Stars)] = stars, [nameof(JoinPage.Error)] = error }, status);
}
