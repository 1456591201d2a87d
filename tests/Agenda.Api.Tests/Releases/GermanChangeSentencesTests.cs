using System.Net;
using System.Net.Http.Headers;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Tests.Web;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime.Text;

namespace Agenda.Api.Tests.Releases;

/// <summary>What happened to a session in the words of those who read German, from the same history that others read in English.</summary>
public sealed class GermanChangeSentencesTests(PublishedTides tides) : IClassFixture<PublishedTides>
{
    private static readonly Locale German = Locale.Of("de", false)!;
    private static readonly ReleasedSession Session = Harbour.MasterclassC with { PublishedStart = null };
    private static readonly ReleasedSession Papers = Harbour.Papers;
    private static readonly ReleasedContribution First = Papers.Contributions[0], Second = Papers.Contributions[1];

    public static TheoryData<ReleasedSession, ReleasedSession, string> Edits => new()
    {
        { Session, Session with { Room = Harbour.Hall.Id }, "Verlegt von Birch Room nach Great Hall, zur selben Zeit." },
        { Session, Session with { Room = null }, "Nicht mehr im Raum Birch Room; der Raum wird noch bekannt gegeben." },
        { Session, At("2024-01-09 09:30"), "Verlegt von Montag, 8. Januar, 14:00 auf Dienstag, 9. Januar, 09:30, im selben Raum." },
        { Session, At("2024-01-08 15:30"), "Am Montag, 8. Januar jetzt um 15:30 statt um 14:00, im selben Raum." },
        { Session, At("2025-01-08 14:00"), "Verlegt von Montag, 8. Januar 2024, 14:00 auf Mittwoch, 8. Januar 2025, 14:00, im selben Raum." },
        { Session, At("2024-01-08 09:30") with { Room = Harbour.Hall.Id }, "Am Montag, 8. Januar jetzt um 09:30, Great Hall, statt um 14:00, Birch Room." },
        { Session, Session with { Minutes = 90 }, "Jetzt 90 statt 150 Minuten." },
        { Session, Unplaced with { Room = null }, "Zeit und Raum sind wieder offen; angesetzt war sie für Montag, 8. Januar, 14:00, Birch Room." },
        { Unplaced, At("2024-01-08 23:00"), "Jetzt am Montag, 8. Januar, 23:00 bis 01:30 (+1 Tag), Birch Room; die Zeit war noch nicht bekannt." },
        { Session, Session with { Status = SessionStatus.Cancelled }, "Abgesagt." },
        { Session, Session with { Title = "Other" }, "Umbenannt von „Designing and Leading Professional Learning Networks“ in „Other“." },
        { Session, Session with { Chairs = [Harbour.Layla.Id, Harbour.Nino.Id] }, "ليلى نجمة leitet jetzt die Sitzung; Aoife Brannagh-Quill nicht mehr." },
        { Session, Session with { Chairs = [] }, "Aoife Brannagh-Quill und ნინო ვარსკვლავაძე leiten die Sitzung nicht mehr." },
        { Session, Session with { Discussants = [] }, "ليلى نجمة diskutiert nicht mehr mit." },
        { Session, Session with { Type = Harbour.Keynote.Id, Track = null, Language = "ga" }, "Jetzt vom Typ Keynote statt Masterclass. | Nicht mehr im Themenstrang Networks. | Jetzt auf Irisch statt auf Englisch." },
        { Papers with { Contributions = [] }, Papers, "Neue Beiträge: „Attendance as evidence“ und „The empty chair“." },
        { Papers, Papers with { Contributions = [First with { Authors = [First.Authors[0], new(Harbour.Layla.Id, false)] }, Second] },
            "„Attendance as evidence“: ليلى نجمة gehört jetzt zum Autorenteam; ნინო ვარსკვლავაძე nicht mehr." },
    };

    private static ReleasedSession Unplaced => Session with { LocalStart = null, Minutes = null };

    [Theory, MemberData(nameof(Edits))]
    public void Tells_in_German_what_happened(ReleasedSession before, ReleasedSession after, string told) => German.Make(() => Told(Changes(before, after))).ShouldBe(told);

    [Fact]
    public void One_history_is_told_to_everybody_in_their_language_and_by_their_clock()
    {
        var changes = Locale.Of("de", true)!.Make(() => Changes(Session, At("2024-01-08 15:30") with { Language = "de" }));

        Locale.English.Make(() => Told(changes)).ShouldBe("Moved from 14:00 to 15:30 on Monday 8 January, same room. | Now in German instead of English.");
        Locale.Of("en", true)!.Make(() => Told(changes)).ShouldBe("Moved from 2:00 pm to 3:30 pm on Monday 8 January, same room. | Now in German instead of English.");
        German.Make(() => Told(changes)).ShouldBe("Am Montag, 8. Januar jetzt um 15:30 statt um 14:00, im selben Raum. | Jetzt auf Deutsch statt auf Englisch.");
    }

    [Fact]
    public void A_long_list_is_counted_at_its_end()
    {
        var list = Sentence.List(Enumerable.Range(1, 12).Select(n => (Sentence)$"P{n}"), most: 4);

        Locale.English.Make(() => list.Text).ShouldBe("P1, P2, P3 and 9 more");
        German.Make(() => list.Text).ShouldBe("P1, P2, P3 und 9 weitere");
        Sentence.List(["A"]).Text.ShouldBe("A");
    }

    [Fact]
    public async Task Pages_tell_it_in_German_and_what_programs_read_stays_English_whoever_comes_first()
    {
        var page = Html.Parse((await ReadAsync("/tides/changes")).Text);
        page.Texts(".lines li p").ShouldBe(
        [
            "Verlegt von Montag, 8. Januar, 14:00 auf Dienstag, 9. Januar, 09:30, im selben Raum.", "Andy Hargreaves leitet jetzt die Sitzung; Danette Parsley nicht mehr.",
            "Neu; die Zeit wird noch bekannt gegeben.", "Entfallen; angesetzt war sie für Dienstag, 9. Januar, 09:00, Hall 2.", "Verlegt von Arbutus Room nach Hall 2, zur selben Zeit.",
        ]);
        Html.Parse((await ReadAsync("/tides/sessions/MC-C")).Text).Text(".moved").ShouldBe("Verlegt von Montag, 8. Januar, 14:00 auf Dienstag, 9. Januar, 09:30, im selben Raum.");
        Html.Parse((await ReadAsync("/tides/changes")).Text).Texts("section > p:last-child")[0].ShouldStartWith("Das erste Programm: 3 Sitzungen.");

        (await ReadAsync($"{PublishedTides.Path}/releases/atom")).Text.ShouldContain("Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room.");
        (await ReadAsync($"{PublishedTides.Path}/releases/3/changes?since=2"))["changes"][0].GetProperty("sentences")[0].GetString()
            .ShouldBe("Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room.");
        (await tides.Host.Reader().Read("/tides/changes")).Text.ShouldContain("Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room.");
    }

    private async Task<Answer> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptLanguage = { new StringWithQualityHeaderValue("de") } } };
        using var response = await tides.Host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.Read()).ShouldBe(HttpStatusCode.OK);
    }

    private static ReleasedSession At(string local) => Session with { LocalStart = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value };

    private static List<ToldChange> Changes(ReleasedSession before, ReleasedSession after) =>
        [.. ToldChange.Between(new PublishedAgenda(Harbour.Document([before])), new PublishedAgenda(Harbour.Document([after])))];

    private static string Told(List<ToldChange> changes) => string.Join(" | ", changes.SelectMany(c => c.Sentences).Select(s => s.Text));
}
