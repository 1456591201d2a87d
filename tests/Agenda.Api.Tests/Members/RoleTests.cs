using System.Net;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Members;

/// <summary>What the roles see and change, beyond being let in.</summary>
public sealed class RoleTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private readonly AccountsOf accounts = new(host);

    [Fact]
    public async Task A_chair_sees_the_sessions_that_they_chair_and_who_is_in_them_and_nothing_else()
    {
        var (given, chair, own) = await Conference("chair-sees");

        var sessions = (await chair.Read($"{given.Path}/sessions")).ShouldBe(HttpStatusCode.OK);
        sessions["items"].EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["OWN"]);
        sessions["items"][0].GetProperty("notes").GetString().ShouldBe("Needs a microphone.");

        var people = (await chair.Read($"{given.Path}/people")).ShouldBe(HttpStatusCode.OK);
        people["items"].EnumerateArray().Select(p => p.GetProperty("familyName").GetString()).ShouldBe(["Author", "Chair", "Discussant"]);
        people.Text.ShouldNotContain("@");
        (await chair.Read($"{given.Path}/people?q=stranger"))["items"].GetArrayLength().ShouldBe(0);

        var other = (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Single(s => s.GetProperty("code").GetString() == "OTHER");
        (await chair.Read($"{given.Path}/sessions/{other.GetProperty("id").GetGuid()}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await chair.Put($"{given.Path}/sessions/{other.GetProperty("id").GetGuid()}/chairing", "\"1\"", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await chair.Read($"{given.Path}/sessions/{own.Id}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_chair_changes_texts_and_the_order_and_minutes_of_contributions_and_nothing_else()
    {
        var (given, chair, own) = await Conference("chair-edits");
        var ids = own["contributions"].EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ToArray();

        var edited = (await chair.Put($"{given.Path}/sessions/{own.Id}/chairing", own.Tag, new
        {
            @abstract = "New.",
            notes = "Other notes.",
            contributions = new[] { new { id = ids[1], minutes = 40 }, new { id = ids[0], minutes = 10 } },
        })).ShouldBe(HttpStatusCode.OK);

        edited["abstract"].GetString().ShouldBe("New.");
        edited["notes"].GetString().ShouldBe("Other notes.");
        edited["title"].GetString().ShouldBe(own["title"].GetString());
        edited["contributions"].EnumerateArray().Select(c => (c.GetProperty("id").GetGuid(), c.GetProperty("minutes").GetInt32(), c.GetProperty("title").GetString()))
            .ShouldBe([(ids[1], 40, "Second"), (ids[0], 10, "First")]);
        edited["version"].GetInt32().ShouldBe(own["version"].GetInt32() + 1);

        foreach (var wrong in (Guid[][])[[ids[0]], [ids[0], ids[0]], [ids[0], ids[1], Guid.Empty], []])
        {
            (await chair.Put($"{given.Path}/sessions/{own.Id}/chairing", edited.Tag, new { contributions = wrong.Select(id => new { id }) }))
                .ShouldBeProblem(HttpStatusCode.Conflict, "contributions-differ");
        }
    }

    [Fact]
    public async Task A_reader_sees_drafts_but_neither_e_mail_addresses_nor_notes_and_an_editor_both()
    {
        var (given, _, _) = await Conference("reader-sees");
        var reader = await Client(given.Slug, ConferenceRole.Reader);
        var editor = await Client(given.Slug, ConferenceRole.Editor);

        (await reader.Read($"{given.Path}/sessions"))["items"].GetArrayLength().ShouldBe(2);
        foreach (var list in (string[])["sessions", "people"])
        {
            (await reader.Read($"{given.Path}/{list}")).Text.ShouldNotContain(list == "people" ? "@example.org" : "microphone");
            (await editor.Read($"{given.Path}/{list}")).Text.ShouldContain(list == "people" ? "@example.org" : "microphone");
        }
    }

    [Fact]
    public async Task Notes_are_nowhere_in_what_is_published()
    {
        var (given, _, own) = await Conference("notes-private");
        await given.Published();
        foreach (var path in (string[])[$"{given.Path}/agenda", $"{given.Path}/agenda/sessions/OWN", $"/calendars/{given.Slug}.ics", $"/{given.Slug}/sessions/OWN", $"{given.Path}/releases/1/changes"])
            (await host.Reader().Read(path)).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("microphone", Case.Insensitive, path);
        own["notes"].GetString().ShouldBe("Needs a microphone.");
    }

    [Fact]
    public async Task Members_see_their_conferences_as_they_are_entered_and_others_as_they_are_published()
    {
        var (mine, _, _) = await Conference("sees-a");
        var (hidden, _, _) = await Conference("sees-b");
        var (published, _, _) = await Conference("sees-c");
        await published.Published();
        var reader = await Client(mine.Slug, ConferenceRole.Reader);

        var listed = (await reader.Read("/api/v1/conferences?limit=500"))["items"].EnumerateArray().Select(c => c.GetProperty("slug").GetString()).Where(s => s!.StartsWith("sees-", StringComparison.Ordinal));
        listed.ShouldBe([mine.Slug, published.Slug]);
        (await reader.Read(mine.Path))["version"].GetInt32().ShouldBe(1);
        (await reader.Read(hidden.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await reader.Read(published.Path))["version"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await reader.Read($"{hidden.Path}/rooms")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
        (await reader.Read("/api/v1/conferences/sees-nothing/rooms")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
    }

    [Fact]
    public async Task A_role_that_is_taken_away_or_changed_counts_at_once_for_tokens_and_browsers()
    {
        var (given, _, _) = await Conference("role-removed");
        var account = await accounts.AddAsync("Editor");
        await accounts.MemberAsync(account, given.Slug, ConferenceRole.Editor);
        HttpClient[] clients = [await accounts.WithTokenAsync(account), await accounts.SignedInAsync(account)];
        var member = $"{given.Path}/members/{account.Id.Value}";
        foreach (var client in clients)
            (await client.Add($"{given.Path}/tracks", new { name = "T" })).ShouldBe(HttpStatusCode.Created);

        var changed = (await given.Organiser.Put(member, (await given.Organiser.Read(member)).Tag, new { role = "reader" })).ShouldBe(HttpStatusCode.OK);
        foreach (var client in clients)
        {
            (await client.Add($"{given.Path}/tracks", new { name = "T" })).ShouldBeProblem(HttpStatusCode.Forbidden, "not-allowed");
            (await client.Read($"{given.Path}/tracks")).ShouldBe(HttpStatusCode.OK);
        }

        (await given.Organiser.Remove(member, changed.Tag)).ShouldBe(HttpStatusCode.NoContent);
        foreach (var client in clients)
            (await client.Read($"{given.Path}/tracks")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
    }

    [Fact]
    public async Task Of_two_owners_who_remove_each_other_one_stays()
    {
        var (given, _, _) = await Conference("two-owners");
        var (ada, grace) = (await accounts.AddAsync("Ada"), await accounts.AddAsync("Grace"));
        foreach (var account in (Infrastructure.Accounts.Account[])[ada, grace])
            await accounts.MemberAsync(account, given.Slug, ConferenceRole.Owner);

        var removed = await (await accounts.WithTokenAsync(ada)).Remove($"{given.Path}/members/{grace.Id.Value}", "\"1\"");
        removed.ShouldBe(HttpStatusCode.NoContent);
        (await (await accounts.WithTokenAsync(ada)).Remove($"{given.Path}/members/{ada.Id.Value}", "\"1\"")).ShouldBeProblem(HttpStatusCode.Conflict, "last-owner");
        (await (await accounts.WithTokenAsync(ada)).Put($"{given.Path}/members/{ada.Id.Value}", "\"1\"", new { role = "reader" })).ShouldBeProblem(HttpStatusCode.Conflict, "last-owner");
    }

    [Fact]
    public async Task Of_two_owners_who_remove_each_other_at_once_one_stays()
    {
        var (given, _, _) = await Conference("owners-race");
        for (var round = 0; round < 5; round++)
        {
            var (ada, grace) = (await accounts.AddAsync("Ada"), await accounts.AddAsync("Grace"));
            foreach (var account in (Infrastructure.Accounts.Account[])[ada, grace])
                await accounts.MemberAsync(account, given.Slug, ConferenceRole.Owner);
            var (hers, others) = (await accounts.WithTokenAsync(ada), await accounts.WithTokenAsync(grace));

            var answers = await Task.WhenAll(hers.Remove($"{given.Path}/members/{grace.Id.Value}", "\"1\""), others.Remove($"{given.Path}/members/{ada.Id.Value}", "\"1\""));

            answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
            var left = (await given.Organiser.Read($"{given.Path}/members"))["items"].EnumerateArray().Where(m => m.GetProperty("role").GetString() == "owner").ShouldHaveSingleItem();
            await accounts.ChangeAsync(async db => db.Memberships.Remove((await db.Memberships.FindAsync(
                [new Domain.ConferenceId((await given.Organiser.Read(given.Path)).Id), new Domain.AccountId(left.GetProperty("account").GetGuid())], TestContext.Current.CancellationToken))!));
        }
    }

    [Fact]
    public async Task A_person_whom_a_membership_names_is_not_removed()
    {
        var given = await Given.Conference(host, "person-member");
        var person = await given.Person("Maja", "Łódzka");
        await accounts.MemberAsync(await accounts.AddAsync("Maja"), given.Slug, ConferenceRole.Chair, person.Id);

        (await given.Organiser.Remove($"{given.Path}/people/{person.Id}", person.Tag)).ShouldBeProblem(HttpStatusCode.Conflict, "in-use");
        (await given.Organiser.Read($"{given.Path}/people/{person.Id}")).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpClient> Client(string slug, ConferenceRole role, Guid? person = null)
    {
        var account = await accounts.AddAsync($"{role}");
        await accounts.MemberAsync(account, slug, role, person);
        return await accounts.WithTokenAsync(account);
    }

    private async Task<(Given Given, HttpClient Chair, Answer Own)> Conference(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        var people = new List<Guid>();
        foreach (var family in (string[])["Chair", "Discussant", "Author", "Stranger"])
            people.Add((await given.Person("A", family, email: $"{family}@example.org")).Id);
        var own = await given.Session("OWN", "Own", more: new
        {
            notes = "Needs a microphone.",
            chairs = new[] { people[0] },
            discussants = new[] { people[1] },
            contributions = new[] { new { title = "First", authors = new[] { new { person = people[2] } } }, new { title = "Second", authors = new[] { new { person = people[2] } } } },
        });
        await given.Session("OTHER", "Another", status: "draft", more: new { chairs = new[] { people[3] }, discussants = new[] { people[0] } });
        return (given, await Client(slug, ConferenceRole.Chair, people[0]), own);
    }
}
