using System.Net;
using Agenda.Api.Tests.Http;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Audit;

/// <summary>Hearing of others' edits as they are made.</summary>
public sealed class StreamEditsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Tells_what_was_done_and_by_whom_from_now_on()
    {
        var given = await Filled();
        var grace = await Member(given, ConferenceRole.Editor, "Grace");
        await using var stream = await Listening(given.Organiser, given);

        stream.Headers["Content-Type"].ShouldBe("text/event-stream");
        stream.Headers["X-Accel-Buffering"].ShouldBe("no");
        var ready = await stream.NextAsync();
        (ready.Type, ready.Data, string.IsNullOrEmpty(ready.Id)).ShouldBe(("ready", $$"""{"conference":"{{given.Slug}}"}""", false));
        var session = (await grace.Add($"{given.Path}/sessions", new { code = "MC-2", title = "Another", type = "MC" })).ShouldBe(HttpStatusCode.Created);
        var room = await given.Room("Hall");

        var (type, id, data) = await stream.NextAsync();
        (type, data).ShouldBe(("edit", $$"""{"at":"2024-01-08T13:00:00Z","who":"Grace","kind":"session","subject":"{{session.Id}}","label":"MC-2","act":"added","session":"{{session.Id}}"}"""));
        id.ShouldBe((await given.Organiser.Traced($"{given.Path}/audit")).Single(entry => entry.What == "session added MC-2").Key);
        (await stream.NextAsync()).Data.ShouldBe($$"""{"at":"2024-01-08T13:00:00Z","who":"organiser","kind":"room","subject":"{{room.Id}}","label":"hall","act":"added","session":null}""");
    }

    [Theory]
    [InlineData(ConferenceRole.Editor, false)]
    [InlineData(ConferenceRole.Reader, false)]
    [InlineData(ConferenceRole.Organiser, true)]
    public async Task Tells_no_names_to_who_may_not_read_who_changed_what(ConferenceRole role, bool whole)
    {
        var given = await Filled();
        var grace = await Member(given, ConferenceRole.Editor, "Grace");
        await using var stream = await Listening(await Member(given, role, "Listener"), given);
        await stream.NextAsync();

        // Who may do what is nobody's business but the owners'.
        (await given.Organiser.Add($"{given.Path}/invitations", new { email = "secret@example.org", role = "editor" })).ShouldBe(HttpStatusCode.Created);
        var person = (await grace.Add($"{given.Path}/people", new { givenName = "Maja", familyName = "Łódzka", email = "maja@example.org" })).ShouldBe(HttpStatusCode.Created);

        (await stream.NextAsync()).Data.ShouldBe(whole
            ? $$"""{"at":"2024-01-08T13:00:00Z","who":"Grace","kind":"person","subject":"{{person.Id}}","label":"Maja Łódzka","act":"added","session":null}"""
            : $$"""{"at":"2024-01-08T13:00:00Z","who":null,"kind":"person","subject":"{{person.Id}}","label":null,"act":"added","session":null}""");
    }

    [Fact]
    public async Task A_chair_hears_of_their_own_sessions_alone()
    {
        var given = await Filled();
        var person = await given.Person("Maja", "Łódzka");
        var own = await given.Session("MC-2", "Own", more: new { chairs = new[] { person.Id } });
        await using var stream = await Listening(await Member(given, ConferenceRole.Chair, "Maja", person.Id), given);
        await stream.NextAsync();

        await given.Session("MC-3", "Of others");
        await given.Person("Andy", "Hargreaves");
        await given.Placed(own, null, "2024-01-08T10:00:00", 60);

        (await stream.NextAsync()).Data.ShouldBe($$"""{"at":"2024-01-08T13:00:00Z","who":null,"kind":"session","subject":"{{own.Id}}","label":null,"act":"changed","session":"{{own.Id}}"}""");
    }

    [Fact]
    public async Task Tells_what_another_process_did_and_nothing_of_other_conferences()
    {
        var (given, other) = (await Filled(), await Filled());
        await using var second = new SecondProcess(host);
        await using var stream = await Listening(second.Organiser(), given);
        await stream.NextAsync();

        await other.Room("Elsewhere");
        await given.Room("Hall");

        (await stream.NextAsync()).Data.ShouldContain("\"label\":\"hall\"");
    }

    [Fact]
    public async Task All_who_listen_hear_of_it()
    {
        var given = await Filled();
        await using var first = await Listening(given.Organiser, given);
        await using var second = await Listening(given.Organiser, given);
        (await first.NextAsync()).Type.ShouldBe("ready");
        (await second.NextAsync()).Type.ShouldBe("ready");

        await given.Room("Hall");

        (await first.NextAsync()).ShouldBe(await second.NextAsync());
    }

    [Fact]
    public async Task Who_comes_back_hears_what_they_missed_once()
    {
        var given = await Filled();
        string? last;
        await using (var stream = await Listening(given.Organiser, given))
        {
            last = (await stream.NextAsync()).Id;
            await given.Room("Hall");
            last = (await stream.NextAsync()).Id;
        }

        await given.Room("Attic");
        await given.Room("Cellar");
        await using var again = await Listening(given.Organiser, given, last);

        var ready = await again.NextAsync();
        (ready.Type, string.IsNullOrEmpty(ready.Id)).ShouldBe(("ready", true));
        (await again.NextAsync()).Data.ShouldContain("\"label\":\"attic\"");
        (await again.NextAsync()).Data.ShouldContain("\"label\":\"cellar\"");
        await given.Room("Garden");
        (await again.NextAsync()).Data.ShouldContain("\"label\":\"garden\"");
    }

    [Fact]
    public async Task An_id_that_makes_no_sense_is_as_good_as_none()
    {
        var given = await Filled();
        await using var stream = await Listening(given.Organiser, given, "' or 1=1");
        (await stream.NextAsync()).Type.ShouldBe("ready");

        await given.Room("Hall");

        (await stream.NextAsync()).Data.ShouldContain("\"label\":\"hall\"");
    }

    [Fact]
    public async Task More_edits_than_anybody_reads_are_told_as_many()
    {
        var given = await Filled();
        string? last;
        await using (var stream = await Listening(given.Organiser, given))
        {
            last = (await stream.NextAsync()).Id;
            await host.SaveAsync(Trace.Somebody(new(Guid.CreateVersion7())), db =>
            {
                var conference = db.Conferences.AsNoTracking().Single(c => c.Slug == given.Slug);
                db.Tracks.AddRange(Enumerable.Range(0, 501).Select(i => new Domain.Conferences.Track(conference, $"track-{i}", "Track", null)));
            });
            var many = await stream.NextAsync();
            (many.Type, many.Data).ShouldBe(("many", $$"""{"conference":"{{given.Slug}}"}"""));
        }

        await using var again = await Listening(given.Organiser, given, last);
        (await again.NextAsync()).Type.ShouldBe("ready");
        (await again.NextAsync()).Type.ShouldBe("many");
    }

    [Fact]
    public async Task Ends_with_the_role()
    {
        var given = await Filled();
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Grace");
        await accounts.MemberAsync(account, given.Slug, ConferenceRole.Editor);
        await using var stream = await Listening(await accounts.WithTokenAsync(account), given);
        await stream.NextAsync();
        await accounts.ChangeAsync(db => db.Memberships.Where(m => m.AccountId == account.Id).ExecuteDeleteAsync());

        await given.Room("Hall");

        (await stream.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Ends_after_some_time_so_that_who_listens_proves_anew_who_they_are()
    {
        await using var brief = new RateLimitsTests.LimitedHost("Limits:EditStreamSeconds", "1");
        var given = await Filled(brief);
        await using var stream = await Listening(given.Organiser, given);
        (await stream.NextAsync()).Type.ShouldBe("ready");

        (await stream.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Ends_at_once_when_the_service_stops()
    {
        await using var stopping = new AgendaHost();
        var given = await Filled(stopping);
        await using var stream = await Listening(given.Organiser, given);
        await stream.NextAsync();

        stopping.Get<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        (await stream.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Lets_so_many_listen_and_tells_others_when_to_come_back()
    {
        await using var full = new RateLimitsTests.LimitedHost("Limits:Streams", "1");
        var given = await Filled(full);
        await using var stream = await Listening(given.Organiser, given);
        await stream.NextAsync();

        (await given.Organiser.Read($"{given.Path}/edits/stream")).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-streams").Headers.RetryAfter!.ToString().ShouldBe("30");
    }

    [Fact]
    public async Task Pings_so_that_proxies_keep_the_connection()
    {
        await using var quick = new RateLimitsTests.LimitedHost("Limits:StreamPingSeconds", "1");
        var given = await Filled(quick);
        await using var stream = await Listening(given.Organiser, given);
        await stream.NextAsync();

        (await stream.NextAsync(pings: true)).ShouldBe(("ping", null, ""));
    }

    private static Task<Listener> Listening(HttpClient client, Given given, string? after = null) => Listener.To(client, $"{given.Path}/edits/stream", after);

    private async Task<HttpClient> Member(Given given, ConferenceRole role, string name, Guid? person = null)
    {
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync(name);
        await accounts.MemberAsync(account, given.Slug, role, person);
        return await accounts.WithTokenAsync(account);
    }

    private async Task<Given> Filled(AgendaHost? where = null)
    {
        var given = await Given.Conference(where ?? host, $"edits-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Listening");
        return given;
    }
}
