using System.Text;
using Agenda.Api.Calendars;
using Agenda.Api.Tests.Web;
using Agenda.Domain.Releases;

namespace Agenda.Api.Tests.Calendars;

public sealed class CalendarFileNameTests
{
    [Theory]
    [InlineData("MC-C Leading networks", "MC-C Leading networks.ics")]
    [InlineData("PS-1 Who is in the room?", "PS-1 Who is in the room.ics")]
    [InlineData("A <b>\"x\\y/z|*:?\0\u0085 ...", "A b x y z.ics")]
    [InlineData("..hidden.. ", "hidden.ics")]
    [InlineData("one\r\n\ttwo\u2028three\u3000four", "one two three four.ics")]
    [InlineData("\u202Esci.exe\u2066\u200F\u00AD\uFEFF", "sci.exe.ics")]
    [InlineData("نشست\u200Cها Łódź 👩‍🔬", "نشست\u200Cها Łódź 👩‍🔬.ics")]
    [InlineData("a\ud800b", "ab.ics")]
    [InlineData("con", "_con.ics")]
    [InlineData("NUL.1 and more", "_NUL.1 and more.ics")]
    [InlineData("Console", "Console.ics")]
    [InlineData("?? //", "calendar.ics")]
    public void Is_taken_by_every_file_system(string words, string name) => CalendarFileName.Of(words).ShouldBe(name);

    [Theory]
    [InlineData("word ")]
    [InlineData("w")]
    [InlineData("ვარსკვლავი ")]
    [InlineData("👩‍🔬")]
    [InlineData("𝔸 ")]
    [InlineData("x.")]
    public void Is_never_long(string part)
    {
        var name = CalendarFileName.Of(string.Concat(Enumerable.Repeat(part, 500)));

        name.Length.ShouldBeInRange(40, 80);
        Encoding.UTF8.GetByteCount(name).ShouldBeLessThan(255);
        name.ShouldEndWith(part.Trim().TrimEnd('.') + ".ics");
    }

    [Fact]
    public void Of_a_feed_says_what_is_in_it()
    {
        var agenda = Harbour.Published(Harbour.MasterclassC, Harbour.Papers);

        CalendarFileName.Inline(agenda, new FeedFilter(new AgendaFilter())).ShouldBe("inline; filename=harbour-24.ics");
        CalendarFileName.Inline(agenda, new FeedFilter(new AgendaFilter { Rooms = ["birch-room"] }))
            .ShouldBe("inline; filename=\"harbour-24 Birch Room.ics\"; filename*=UTF-8''harbour-24%20Birch%20Room.ics");
        CalendarFileName.Inline(agenda, new FeedFilter(new AgendaFilter { Queries = ["\"\r\nX-Injected: 1"] })).ShouldNotContain("\n");
    }
}
