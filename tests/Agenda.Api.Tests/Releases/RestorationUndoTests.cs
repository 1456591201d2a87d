using System.Net;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Releases;

/// <summary>That a release was brought back can be taken back, as long as nobody touched its sessions since.</summary>
public sealed class RestorationUndoTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Taken_back_the_programme_is_as_it_was_before()
    {
        var back = await MadeAsync();
        var before = await back.ProgrammeAsync();
        await back.DoneAsync();
        (await back.ProgrammeAsync()).ShouldNotBe(before);

        var undone = await UndoneAsync(back);

        (undone.Refusal, undone.Touched.Count, undone.Returned.Count).ShouldBe((null, 0, 2));
        undone.Removed.Select(s => s.Id.Value).ShouldBe([back.Second]);
        (await back.ProgrammeAsync()).Select(Unversioned).ShouldBe(before.Select(Unversioned));
        (await EditsAsync(back)).ShouldAllBe(edit => edit.UndoneAt == host.Clock.Now);
    }

    [Fact]
    public async Task It_is_taken_back_as_any_edit_is_after_trying()
    {
        var back = await MadeAsync();
        var before = await back.ProgrammeAsync();
        await back.DoneAsync();
        var restored = await back.ProgrammeAsync();

        var tried = (await back.Organiser.Add($"{back.Path}/undo?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK);
        (await back.ProgrammeAsync()).ShouldBe(restored);
        var undone = (await back.Organiser.Add($"{back.Path}/undo", new { })).ShouldBe(HttpStatusCode.OK);

        (await back.ProgrammeAsync()).Select(Unversioned).ShouldBe(before.Select(Unversioned));
        foreach (var answer in (Answer[])[tried, undone])
        {
            answer["undone"].GetProperty("operation").GetString().ShouldBe("restoreRelease");
            answer["removed"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ShouldBe([back.Second]);
            answer["sessions"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ShouldBe([back.First, back.Third], ignoreOrder: true);
        }

        (undone["caused"].GetRawText(), undone["solved"].GetRawText()).ShouldBe((tried["caused"].GetRawText(), tried["solved"].GetRawText()));
        await back.EditAsync(back.Third, new { code = "T-3", title = "Another", type = "MC", status = "draft" });
    }

    [Fact]
    public async Task What_was_touched_since_is_told_and_nothing_is_taken_back()
    {
        var back = await MadeAsync();
        await back.DoneAsync();
        await back.EditAsync(back.First, new { code = "MC-1", title = "One, again", type = "MC", status = "confirmed" });
        var before = await back.ProgrammeAsync();

        var refused = (await back.Organiser.Add($"{back.Path}/undo", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "touched-since");

        refused["touched"].EnumerateArray().Select(t => (t.GetProperty("session").GetProperty("id").GetGuid(), t.GetProperty("since")[0].GetProperty("operation").GetString())).ShouldBe([(back.First, "editSession")]);
        (await back.ProgrammeAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Codes_that_went_round_go_back()
    {
        var back = await MadeAsync();
        await back.DoneAsync();
        await back.EditAsync(back.First, new { code = "X", title = "One", type = "MC", status = "confirmed" });
        await back.EditAsync(back.Second, new { code = "MC-1", title = "Two", type = "KN", status = "confirmed" });
        await back.EditAsync(back.First, new { code = "KN-1", title = "One", type = "MC", status = "confirmed" });
        var before = await back.ProgrammeAsync();
        await back.DoneAsync();
        (await back.SessionAsync(back.First)).GetProperty("code").GetString().ShouldBe("MC-1");

        (await UndoneAsync(back)).Refusal.ShouldBeNull();

        (await back.ProgrammeAsync()).Select(Unversioned).ShouldBe(before.Select(Unversioned));
        (await UndoneAsync(back)).Touched.Count.ShouldBe(2, "the edits in between cannot be taken back here");
    }

    [Fact]
    public async Task Not_when_a_session_was_touched_or_removed_since()
    {
        var back = await MadeAsync();
        await back.DoneAsync();
        await back.EditAsync(back.First, new { code = "MC-1", title = "One, again", type = "MC", status = "confirmed" });
        await back.RemoveAsync("sessions", back.Second);
        var before = await back.ProgrammeAsync();

        var undone = await UndoneAsync(back);

        undone.Touched.Select(id => id.Value).Order().ShouldBe(new[] { back.First, back.Second }.Order());
        (await back.ProgrammeAsync()).ShouldBe(before);
        (await EditsAsync(back)).ShouldAllBe(edit => edit.UndoneAt == null);
    }

    [Fact]
    public async Task Not_when_the_room_is_gone_in_which_a_session_was()
    {
        var back = await MadeAsync();
        var old = await back.Given.Room("Old hall");
        await back.Given.Placed(await back.Organiser.Read($"{back.Path}/sessions/{back.First}"), "old-hall", "2024-01-09T10:00:00", 90);
        await back.DoneAsync();
        await back.RemoveAsync("rooms", old.Id);

        (await UndoneAsync(back)).Refusal!.Code.ShouldBe("references-removed");
    }

    [Fact]
    public async Task Erasing_somebody_forgets_what_edits_kept()
    {
        var back = await MadeAsync();
        await back.DoneAsync();
        (await EditsAsync(back)).Sum(edit => edit.Sessions.Count(s => s.Content is not null)).ShouldBe(2);
        var tag = (await back.Organiser.Read($"{back.Path}/people/{back.Andy}")).Tag;
        (await back.Organiser.Send(HttpMethod.Post, $"{back.Path}/people/{back.Andy}/erasure?dryRun=true", new { }, tag)).ShouldBe(HttpStatusCode.OK);
        (await EditsAsync(back)).Count.ShouldBe(1);

        (await back.Organiser.Send(HttpMethod.Post, $"{back.Path}/people/{back.Andy}/erasure", new { }, tag)).ShouldBe(HttpStatusCode.OK);

        (await EditsAsync(back)).ShouldBeEmpty();
    }

    private static string Unversioned(string session) => System.Text.RegularExpressions.Regex.Replace(session, "\"version\":\\d+,?", "");

    private async Task<RestorationUndone> UndoneAsync(BroughtBack back)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = host.Services.CreateAsyncScope();
        var (db, trail) = (scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var conference = await db.Conferences.AsNoTracking().SingleAsync(c => c.Slug == back.Given.Slug, cancellation);
        var edit = (await db.ProgrammeEdits.Include(e => e.Sessions).Where(e => e.ConferenceId == conference.Id && e.UndoneAt == null).ToListAsync(cancellation)).MaxBy(e => e.Id.Value)!;
        var undone = await RestorationUndo.RunAsync(db, trail, conference, edit, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return undone;
    }

    private async Task<List<ProgrammeEdit>> EditsAsync(BroughtBack back)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var conference = await db.Conferences.Where(c => c.Slug == back.Given.Slug).Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken);
        return await db.ProgrammeEdits.AsNoTracking().Include(e => e.Sessions).Where(e => e.ConferenceId == conference && e.Operation == "restoreRelease").ToListAsync(TestContext.Current.CancellationToken);
    }

    private Task<BroughtBack> MadeAsync() => BroughtBack.MakeAsync(host, $"undone-{Interlocked.Increment(ref unique)}");
}
