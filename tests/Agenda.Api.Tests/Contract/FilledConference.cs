using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agenda.Api.Contract;
using Agenda.Api.Tests.MyAgendas;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Contract;

/// <summary>A conference with one of everything, so that every operation of the contract has something to work on.</summary>
internal sealed partial class FilledConference
{
    private readonly Dictionary<string, string> values = [];

    private readonly AgendaHost host;
    private Attendee? attendee;

    private FilledConference(AgendaHost host, Given given, Account account, HttpClient inBrowser) => (this.host, Given, Account, InBrowser) = (host, given, account, inBrowser);

    public Given Given { get; }

    /// <summary>An administrator, signed in in <see cref="InBrowser"/>.</summary>
    public Account Account { get; }

    public HttpClient InBrowser { get; }

    public Guid PersonId => Guid.Parse(values["personId"]);

    /// <summary>With <paramref name="only"/> it is filled only as far as this operation can tell.</summary>
    public static async Task<FilledConference> MakeAsync(AgendaHost host, string slug, Operation? only = null)
    {
        var accounts = new AccountsOf(host);
        var (administrator, inBrowser) = await accounts.OnceAsync("administrator", async () =>
        {
            var account = await accounts.AddAsync("Ada", administrator: true);
            return (account, await accounts.SignedInAsync(account));
        });
        var filled = new FilledConference(host, await Tests.Given.Conference(host, slug), administrator, inBrowser);
        await filled.FillProgrammeAsync(slug);
        filled.values["site"] = (await Interchange.FakeConfTool.Shared).NewSite();
        var isMine = only is null || AboutMine().IsMatch(only.Path);
        if (isMine || !only!.IsForOrganisers)
            await filled.Given.Published();
        if (isMine)
            await filled.AttendeeAsync();
        if (only is null || AboutConflicts().IsMatch(only.Path))
            await filled.FillAcknowledgementAsync();
        if (only is null || only.Path.EndsWith("/restoration", StringComparison.Ordinal))
        {
            if (only is { IsForOrganisers: true })
                await filled.Given.Published();
            await filled.LearnProgrammeAsync();
        }

        if (only is null || only.Path.Contains("/files/", StringComparison.Ordinal))
            filled.values["fileId"] = $"{(await filled.Given.File(await filled.Given.Organiser.Read($"{filled.Given.Path}/sessions/{filled.values["sessionId"]}"), "Slides.pdf", "%PDF-1.7"u8.ToArray())).Id}";
        if (only is null || only.Path.Contains("/links/", StringComparison.Ordinal))
            filled.values["linkId"] = $"{(await filled.Given.Link(Guid.Parse(filled.values["sessionId"]), "Recording", "https://video.example.org/")).ShouldBe(HttpStatusCode.Created).Id}";
        if (only is null || AboutAccess().IsMatch(only.Path))
            await filled.FillAccessAsync(accounts, slug);
        return filled;
    }

    /// <summary>Who can call the operation: what is about an account is for somebody who signed in, what is about stars for who put them.</summary>
    public HttpClient CallerOf(Operation operation) => operation.Path.StartsWith("/api/v1/me", StringComparison.Ordinal) ? InBrowser
        : operation.Path.StartsWith(Attendee.Mine, StringComparison.Ordinal) ? attendee!.Own
        : Given.Organiser;

    /// <summary>Somebody who starred the session, where it is published.</summary>
    public async Task<Attendee> AttendeeAsync()
    {
        if (attendee is null)
        {
            attendee = await Attendee.NewAsync(host);
            await attendee.StarAsync(Guid.Parse(values["sessionId"]));
            values["token"] = attendee.FeedToken;
        }

        return attendee;
    }

    /// <summary>The operation's address for what this conference has; <paramref name="name"/> is given another value where it is said.</summary>
    public string Address(Operation operation, string? name = null, string? value = null) =>
        Placeholders().Replace(operation.Path, match => match.Groups[1].Value == name ? value! : values[match.Groups[1].Value]);

    /// <summary>The address with what has to be said there of a body that is a file.</summary>
    public string AddressToSend(Operation operation) => Address(operation) + (operation.Id switch { "addFile" => "?name=Handout.txt", "importFromConfTool" => "?zone=Europe/Dublin", _ => "" });

    /// <summary>What to send: <see cref="Body"/>, or a file.</summary>
    public object? BodyToSend(Operation operation, string unique) => operation.Id switch
    {
        "importSchedule" => new StringContent(Databases.ImportStory.File(), System.Text.Encoding.UTF8, "application/xml"),
        "importTable" => new StringContent($"name\r\nRoom {unique}\r\n", System.Text.Encoding.UTF8, "text/csv"),
        "addFile" => new ByteArrayContent("Read this."u8.ToArray()),
        "importArchive" => Archives.Archiving.Content(Archives.ArchiveFile.Minimal(unique).Bytes()),
        _ => Body(operation, unique),
    };

    /// <summary>The names of the parts of the operation's path that can be varied.</summary>
    public static IEnumerable<string> Parts(Operation operation) => Placeholders().Matches(operation.Path).Select(match => match.Groups[1].Value);

    /// <summary>The version that the operation has to name; null where it needs none.</summary>
    public async Task<string?> TagAsync(Operation operation) =>
        operation.NeedsIfMatch ? (await Given.Organiser.Read(WholeAddress(operation))).ShouldBe(HttpStatusCode.OK).Tag : null;

    /// <summary>The address of what has the version that the operation has to name.</summary>
    public string WholeAddress(Operation operation) => Whole().Replace(Address(operation), "");

    /// <summary>The example of the contract with this conference's own ids, and with a name of its own where one must be new.</summary>
    public JsonNode? Body(Operation operation, string unique)
    {
        if (operation.ExampleBody() is not { } example)
            return null;

        var text = example.ToJsonString();
        foreach (var (some, own) in (ReadOnlySpan<(string, string)>)[
            (ContractExamples.SomePerson, "personId"), (ContractExamples.OtherPerson, "otherPersonId"), (ContractExamples.SomeContribution, "contributionId"), (ContractExamples.SomeAccount, "otherAccountId"),
            (ContractExamples.SomeInvitation, "secret"), (ContractExamples.SomeSession, "sessionId"), (ContractExamples.OtherSession, "otherSessionId"),
            (ContractExamples.SomeConflict, "conflict"), (ContractExamples.SomeState, "state"), (ContractExamples.SomeProgramme, "programme"), (ContractExamples.SomeSite, "site")])
            text = text.Replace(some, values.GetValueOrDefault(own, some), StringComparison.Ordinal);

        var body = JsonNode.Parse(text)!;
        if (operation.Method == "POST")
        {
            foreach (var name in (string[])["slug", "code"])
            {
                if (body[name] is not null)
                    body[name] = unique;
            }

            if (operation.Id is "moveSessions" or "editSessions")
                body[operation.Id == "moveSessions" ? "moves" : "sessions"]![0]!["version"] = int.Parse(values["sessionVersion"], System.Globalization.CultureInfo.InvariantCulture);
            if (operation.Id == "addBuilding")
                body["name"] = unique;
            if (operation.Id == "addAccount")
                body["email"] = $"{unique}@example.org";
        }
        else if (operation.Id == "editConference")
        {
            body["slug"] = values["slug"];
        }

        return body;
    }

    private async Task FillProgrammeAsync(string slug)
    {
        var room = await Given.Room("Arbutus Room", 60, "St. Mary's Building");
        var type = await Given.Type("MC", "Masterclass");
        var track = await Given.Track("Professional learning");
        var person = await Given.Person("Maja", "Łódzka", "University of Example", "maja@example.org");
        var samePerson = await Given.Person("M.", "Łódzka-Nowak");
        var session = await Given.Session("MC-C", "Networks", more: new
        {
            track = "professional-learning",
            language = "en",
            notes = "Needs a second microphone.",
            chairs = new[] { person.Id },
            contributions = new[] { new { title = "A framework", minutes = 180, authors = new[] { new { person = person.Id, presenting = true } } } },
        });
        values["sessionVersion"] = $"{(await Given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150))["version"]}";
        // Of another type and nowhere, so that what the first one uses can be removed with it.
        await Given.Type("PS", "Paper session");
        var other = await Given.Session("PS-1", "To be announced", "PS", "draft");
        var constraint = (await Given.Organiser.Add($"{Given.Path}/constraints", new { kind = "follows", first = session.Id, second = other.Id })).ShouldBe(HttpStatusCode.Created);
        var building = (await Given.Organiser.Read($"{Given.Path}/buildings"))["items"][0];

        values["slug"] = slug;
        values["code"] = "MC-C";
        values["number"] = "1";
        values["table"] = "rooms";
        values["roomId"] = $"{room.Id}";
        values["typeId"] = $"{type.Id}";
        values["trackId"] = $"{track.Id}";
        values["personId"] = $"{person.Id}";
        values["otherPersonId"] = $"{samePerson.Id}";
        values["sessionId"] = $"{session.Id}";
        values["otherSessionId"] = $"{other.Id}";
        values["constraintId"] = $"{constraint.Id}";
        values["contributionId"] = session["contributions"][0].GetProperty("id").GetString()!;
        values["buildingId"] = building.GetProperty("id").GetString()!;
    }

    /// <summary>Learns which programme it is, for who brings a release back into it.</summary>
    public async Task LearnProgrammeAsync() =>
        values["programme"] = (await Given.Organiser.Add($"{Given.Path}/releases/1/restoration?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK)["state"].GetString()!;

    /// <summary>The talk takes longer than its session, which was acknowledged before the session was moved away and back.</summary>
    private async Task FillAcknowledgementAsync()
    {
        var conflict = (await Given.Organiser.Read($"{Given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ShouldHaveSingleItem();
        var acknowledgement = new { conflict = conflict.GetProperty("id").GetString(), state = conflict.GetProperty("state").GetString(), reason = "She is quick." };
        values["acknowledgementId"] = $"{(await Given.Organiser.Add($"{Given.Path}/acknowledgements", acknowledgement)).ShouldBe(HttpStatusCode.Created).Id}";
        foreach (var start in (string[])["13:00", "14:00"])
            values["sessionVersion"] = $"{(await Given.Placed(await Given.Organiser.Read($"{Given.Path}/sessions/{values["sessionId"]}"), "arbutus-room", $"2024-01-08T{start}:00", 150))["version"]}";
        values["conflict"] = acknowledgement.conflict!;
        values["state"] = (await Given.Organiser.Read($"{Given.Path}/conflicts"))["items"][0].GetProperty("state").GetString()!;
    }

    private async Task FillAccessAsync(AccountsOf accounts, string slug)
    {
        var member = await accounts.AddAsync("Grace");
        await accounts.MemberAsync(member, slug, ConferenceRole.Reader);
        await accounts.ChangeAsync(async db => (await db.FindAsync<Account>(member.Id))!.TwoFactorEnabled = true);
        var other = await accounts.AddAsync("Katherine");
        await accounts.ChangeAsync(db => db.ApiTokens.Where(t => t.AccountId == Account.Id).ExecuteDeleteAsync());
        var invited = (await Given.Organiser.Add($"{Given.Path}/invitations", new { email = "invited@example.org", role = "editor" })).ShouldBe(HttpStatusCode.Created);
        var token = (await InBrowser.Add("/api/v1/me/tokens", new { name = "Screen" })).ShouldBe(HttpStatusCode.Created);

        values["accountId"] = $"{member.Id.Value}";
        values["otherAccountId"] = $"{other.Id.Value}";
        values["invitationId"] = invited["invitation"].GetProperty("id").GetString()!;
        values["secret"] = invited["link"].GetString()!.Split('/')[^1];
        values["tokenId"] = token["token"].GetProperty("id").GetString()!;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex("/(me|accounts|members|invitations)(/|$)")]
    private static partial Regex AboutAccess();

    [GeneratedRegex("/(my-agendas|calendars/mine)(/|$)")]
    private static partial Regex AboutMine();

    [GeneratedRegex("/(acknowledgements)(/|$)")]
    private static partial Regex AboutConflicts();

    // The end of an address that is a part or an act of something whose version counts.
    [GeneratedRegex("/(placement|chairing|erasure|merge|second-factor)$")]
    private static partial Regex Whole();
}
