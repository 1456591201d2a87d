using System.Net;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class MyAgendaTokenTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task A_new_agenda_answers_with_both_tokens_and_every_address_of_its_feed_this_once()
    {
        var made = (await host.Reader().Send(HttpMethod.Post, "/api/v1/my-agendas")).ShouldBe(HttpStatusCode.Created);
        var (edit, feed) = (made["editToken"].GetString()!, made["feed"]);
        var token = feed.GetProperty("token").GetString()!;
        var subscription = feed.GetProperty("subscription");

        edit.ShouldMatch("^myagenda_[A-Za-z0-9_-]{32}$");
        token.ShouldMatch("^[A-Za-z0-9_-]{32}$");
        made.Headers.Location!.ToString().ShouldBe(Attendee.Mine);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        subscription.GetProperty("https").GetString().ShouldBe($"https://agenda.example.org/calendars/mine/{token}.ics");
        subscription.GetProperty("webcal").GetString().ShouldBe($"webcal://agenda.example.org/calendars/mine/{token}.ics");
        foreach (var app in (string[])["google", "outlook", "office365"])
            Uri.UnescapeDataString(subscription.GetProperty(app).GetString()!).ShouldContain($"://agenda.example.org/calendars/mine/{token}.ics");
        foreach (var picture in subscription.GetProperty("qrCode").EnumerateObject())
            picture.Value.GetString().ShouldStartWith("data:image/");
    }

    [Fact]
    public async Task No_token_is_in_the_database_or_its_trace()
    {
        var attendee = await Situation();
        await attendee.ReadFeedAsync();
        await attendee.ReplaceEditTokenAsync();
        await attendee.ReplaceFeedTokenAsync();
        await attendee.ReadFeedAsync();

        SqliteConnection.ClearAllPools();
        var files = Directory.GetFiles(host.Folder, "agenda.db*").Select(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            open.CopyTo(bytes);
            return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
        }).ToList();
        files.ShouldContain(text => text.Contains("Session at 10", StringComparison.Ordinal));
        foreach (var token in (string[])[attendee.EditToken["myagenda_".Length..], attendee.FeedToken])
            files.ShouldAllBe(text => !text.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replaced_edit_token_is_worthless_at_once_and_the_feed_stays()
    {
        var phone = await Situation();
        var laptop = phone.At(host.Reader());
        await phone.ReplaceEditTokenAsync();

        (await laptop.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        (await laptop.UnstarAsync(Guid.Empty)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        (await laptop.Own.Send(HttpMethod.Delete, Attendee.Mine)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        (await phone.ReadAsync()).ShouldBe(HttpStatusCode.OK)["stars"].GetArrayLength().ShouldBe(1);
        (await laptop.ReadFeedAsync()).Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_devices_that_replace_the_edit_token_at_once_the_one_that_is_answered_has_the_one_that_counts()
    {
        for (var round = 0; round < 5; round++)
        {
            var phone = await Situation();
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.At(host.Reader()).Own.Send(HttpMethod.Post, $"{Attendee.Mine}/edit-token")));

            var given = answers.Where(a => a.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
            answers.Where(a => a != given).ShouldAllBe(a => a.Code == "unknown-edit-token");
            phone.Own.DefaultRequestHeaders.Authorization = new("Bearer", given["editToken"].GetString());
            (await phone.ReadAsync()).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_replaced_address_is_worthless_at_once_although_it_was_read_a_moment_ago()
    {
        var attendee = await Situation();
        for (var round = 0; round < 10; round++)
        {
            var reading = Enumerable.Range(0, 4).Select(_ => attendee.ReadFeedAsync()).ToList();
            var was = await attendee.ReplaceFeedTokenAsync();

            (await FeedRead.GetAsync(host.Reader(), Attendee.FeedAt(was))).ShouldBe(HttpStatusCode.NotFound);
            (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK).Events.Count.ShouldBe(1);
            await Task.WhenAll(reading);
        }
    }

    [Fact]
    public async Task In_another_process_a_replaced_address_is_worthless_within_a_second()
    {
        var attendee = await Situation();
        await using var second = new SecondProcess(host);
        var elsewhere = attendee.At(second.Reader());
        (await elsewhere.ReadFeedAsync()).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBe((await attendee.ReadFeedAsync()).Bytes);
        await attendee.ReplaceFeedTokenAsync();

        await Task.Delay(1_050, TestContext.Current.CancellationToken);

        (await elsewhere.ReadFeedAsync()).ShouldBe(HttpStatusCode.NotFound);
        (await attendee.At(second.Reader()).ReadFeedAsync()).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.ReadAsync()).ShouldBe(HttpStatusCode.OK);
        await attendee.ReplaceEditTokenAsync();
        (await elsewhere.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
    }

    [Fact]
    public async Task A_removed_agenda_leaves_nothing()
    {
        var attendee = await Situation();
        await attendee.ReadFeedAsync();

        (await attendee.Own.Send(HttpMethod.Delete, Attendee.Mine)).ShouldBe(HttpStatusCode.NoContent);

        (await attendee.ReadFeedAsync()).ShouldBe(HttpStatusCode.NotFound);
        (await attendee.Own.Send(HttpMethod.Delete, Attendee.Mine)).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-edit-token");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var hash = Secret.HashOf(attendee.EditToken);
        (await db.MyAgendas.AnyAsync(m => m.EditHash == hash, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await db.Stars.CountAsync(s => !db.MyAgendas.Any(m => m.Id == s.MyAgendaId), TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task One_kind_of_token_does_nothing_for_the_other_and_neither_for_anything_else()
    {
        var attendee = await Situation();
        (await FeedRead.GetAsync(host.Reader(), Attendee.FeedAt(attendee.EditToken))).ShouldBe(HttpStatusCode.NotFound);
        (await FeedRead.GetAsync(host.Reader(), Attendee.FeedAt(attendee.EditToken["myagenda_".Length..]))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var wrong in (string[])[attendee.FeedToken, $"myagenda_{attendee.FeedToken}", AgendaHost.Key, "", "myagenda_", attendee.EditToken.ToUpperInvariant()])
        {
            using var client = new HttpClient { BaseAddress = host.Reader().BaseAddress };
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {wrong}");
            var refused = (await client.Read(Attendee.Mine)).ShouldBe(HttpStatusCode.Unauthorized);
            refused.Code.ShouldBe(wrong.Length == 0 ? "edit-token-needed" : "unknown-edit-token", wrong);
            refused.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
            refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        attendee.Own.DefaultRequestHeaders.Authorization = new("Basic", "eDp5");
        (await attendee.ReadAsync()).ShouldBeProblem(HttpStatusCode.Unauthorized, "edit-token-needed");
    }

    private async Task<Attendee> Situation()
    {
        var (_, sessions) = await Starred.ConferenceAsync(host, $"tokens-{Interlocked.Increment(ref unique)}");
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        return attendee;
    }
}
