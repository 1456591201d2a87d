using System.Buffers;
using System.Text;
using Agenda.Api.Calendars;
using NodaTime;

namespace Agenda.Api.Tests.Calendars;

public sealed class ContentLineWriterTests
{
    [Fact]
    public void Escapes_text_and_ends_each_line_with_crlf() =>
        Written(lines => lines.Text("LOCATION", "Arbutus Room, St. Mary's; \\ \"A: B\"\r\nGround floor\rleft\nright"))
            .ShouldBe("LOCATION:Arbutus Room\\, St. Mary's\\; \\\\ \"A: B\"\\nGround floor\\nleft\\nright\r\n");

    [Fact]
    public void Leaves_addresses_unescaped() =>
        Written(lines => lines.Value("SOURCE", "https://agenda.example.org/calendars/a.ics?q=x,y;z\\", ("VALUE", "URI")))
            .ShouldBe("SOURCE;VALUE=URI:https://agenda.example.org/calendars/a.ics?q=x,y;z\\\r\n");

    [Fact]
    public void Parts_the_values_of_a_list_with_plain_commas() =>
        Written(lines => lines.Texts("CATEGORIES", ["Paper session", null, "\u0001", "Networks, systems"])).ShouldBe("CATEGORIES:Paper session,Networks\\, systems\r\n");

    [Fact]
    public void Writes_instants_in_utc_and_numbers_in_digits_whatever_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
            Written(lines =>
            {
                lines.At("DTSTART", Instant.FromUtc(2024, 1, 8, 14, 0));
                lines.Integer("SEQUENCE", 12);
            }).ShouldBe("DTSTART:20240108T140000Z\r\nSEQUENCE:12\r\n");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\0\u001b\u0085\r\n")]
    public void Leaves_out_a_property_without_a_visible_character(string? value) =>
        Written(lines =>
        {
            lines.Text("SUMMARY", value);
            lines.Texts("CATEGORIES", [value, value]);
            lines.Value("URL", value, ("VALUE", "URI"));
        }).ShouldBe("");

    [Theory]
    [InlineData("a\0b\u0007c\u001bd\u007fe\u009ff", "abcdef")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\u000bb\u000cc\u0085d\u2028e\u2029f", "a\\nb\\nc\\nd\\ne\\nf")]
    public void Drops_control_characters(string value, string written) =>
        Written(lines => lines.Text("SUMMARY", value)).ShouldBe($"SUMMARY:{written}\r\n");

    [Fact]
    public void Replaces_half_characters() => Written(lines => lines.Text("SUMMARY", "a\ud83db\ude00c")).ShouldBe("SUMMARY:a\ufffdb\ufffdc\r\n");

    [Fact]
    public void Never_lets_a_value_end_its_line() =>
        Written(lines => lines.Value("URL", "https://x.example\r\nBEGIN:VALARM\u2028\t\0end")).ShouldBe("URL:https://x.exampleBEGIN:VALARMend\r\n");

    [Fact]
    public void Encodes_what_parameters_cannot_hold() =>
        Written(lines => lines.Value("CONFERENCE", "https://x.example", ("VALUE", "URI"), ("LABEL", "The \"big\" room: 2^3\r\nfloors")))
            .ShouldBe("CONFERENCE;VALUE=URI;LABEL=\"The ^'big^' room: 2^^3^nfloors\":https://x.examp\r\n le\r\n");

    [Fact]
    public void Folds_lines_at_75_octets_between_code_points()
    {
        Written(lines => lines.Text("SUMMARY", new string('x', 67))).ShouldBe($"SUMMARY:{new string('x', 67)}\r\n");
        Written(lines => lines.Text("SUMMARY", new string('x', 68))).ShouldBe($"SUMMARY:{new string('x', 67)}\r\n x\r\n");
        Written(lines => lines.Text("SUMMARY", new string('x', 64) + "😀")).ShouldBe($"SUMMARY:{new string('x', 64)}\r\n 😀\r\n");
        Written(lines => lines.Text("SUMMARY", new string('x', 63) + "😀")).ShouldBe($"SUMMARY:{new string('x', 63)}😀\r\n");
        Written(lines => lines.Text("SUMMARY", new string('x', 67 + 74 + 1))).ShouldBe($"SUMMARY:{new string('x', 67)}\r\n {new string('x', 74)}\r\n x\r\n");
    }

    [Fact]
    public void Does_not_part_an_escape_from_what_it_escapes() =>
        Written(lines => lines.Text("SUMMARY", new string('x', 66) + ",y")).ShouldBe($"SUMMARY:{new string('x', 66)}\r\n \\,y\r\n");

    [Fact]
    public void Reads_back_as_it_went_in_whatever_the_text()
    {
        foreach (var text in RandomText.Many())
        {
            var output = new ArrayBufferWriter<byte>();
            new ContentLineWriter(output).Text("SUMMARY", text);
            CalendarText.Lines(output.WrittenSpan).Select(line => line.Text).ShouldBe(RandomText.AsRead(text) is { } read ? [read] : []);
        }
    }

    [Fact]
    public void Reads_parameters_back_as_they_went_in_whatever_the_text()
    {
        foreach (var text in RandomText.Many().Where(text => !text.Contains('\t')))
        {
            var output = new ArrayBufferWriter<byte>();
            new ContentLineWriter(output).Value("CONFERENCE", "https://x.example/", ("LABEL", text), ("VALUE", "URI"));
            var line = CalendarText.Lines(output.WrittenSpan).ShouldHaveSingleItem();
            line.Value.ShouldBe("https://x.example/");
            line.Parameters["VALUE"].ShouldBe("URI");
            if (RandomText.AsRead(text) is { } read)
                line.Parameters["LABEL"].ShouldBe(read);
        }
    }

    private static string Written(Action<ContentLineWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new ContentLineWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
