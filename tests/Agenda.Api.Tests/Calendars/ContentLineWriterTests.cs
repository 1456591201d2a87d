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
    public void Parts_the_values_of_a_parameter_with_commas_and_quotes_only_those_that_need_it()
    {
        Written(lines => lines.Value("CONFERENCE", "https://x.example", new ContentLineParameter("FEATURE", "AUDIO", "VIDEO"), ("VALUE", "URI")))
            .ShouldBe("CONFERENCE;FEATURE=AUDIO,VIDEO;VALUE=URI:https://x.example\r\n");
        Written(lines => lines.Value("ATTENDEE", "x:y", new ContentLineParameter("MEMBER", "mailto:a@x.example", "", "b", "\0", "c,\"d\"")))
            .ShouldBe("ATTENDEE;MEMBER=\"mailto:a@x.example\",b,\"c,^'d^'\":x:y\r\n");
    }

    [Fact]
    public void Leaves_out_a_parameter_without_a_visible_character() =>
        Written(lines => lines.Text("SUMMARY", "x", ("LANGUAGE", null), ("ALTREP", " \t"), new ContentLineParameter("FEATURE", "", "\u0001"))).ShouldBe("SUMMARY:x\r\n");

    [Theory]
    [InlineData(int.MinValue, "-2147483648")]
    [InlineData(0, "0")]
    public void Writes_any_number(int number, string written) => Written(lines => lines.Integer("PRIORITY", number)).ShouldBe($"PRIORITY:{written}\r\n");

    [Fact]
    public void Writes_instants_to_the_second_in_eight_and_six_digits() =>
        Written(lines => lines.At("DTSTAMP", Instant.FromUtc(987, 6, 5, 4, 3, 2) + Duration.FromMilliseconds(999))).ShouldBe("DTSTAMP:09870605T040302Z\r\n");

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
        foreach (var text in RandomText.Many())
        {
            var output = new ArrayBufferWriter<byte>();
            new ContentLineWriter(output).Value("CONFERENCE", "https://x.example/", ("LABEL", text), ("VALUE", "URI"));
            var line = CalendarText.Lines(output.WrittenSpan).ShouldHaveSingleItem();
            line.Value.ShouldBe("https://x.example/");
            line.Parameters["VALUE"].ShouldBe("URI");
            line.Lists.GetValueOrDefault("LABEL").ShouldBe(RandomText.AsRead(text) is { } read ? [read] : null);
        }
    }

    [Fact]
    public void Reads_lists_back_as_they_went_in_whatever_the_text()
    {
        var texts = RandomText.Many();
        for (var i = 3; i < texts.Count; i++)
        {
            var output = new ArrayBufferWriter<byte>();
            var some = texts.Skip(i - 3).Take(3).ToList();
            new ContentLineWriter(output).Value("X-LIST", "x", new ContentLineParameter("LIST", some[0], some[1], some[2]));
            var read = some.Select(RandomText.AsRead).OfType<string>().ToList();
            CalendarText.Lines(output.WrittenSpan).ShouldHaveSingleItem().Lists.GetValueOrDefault("LIST", []).ShouldBe(read);

            output.Clear();
            new ContentLineWriter(output).Texts("CATEGORIES", [.. some]);
            string.Join('|', CalendarText.Lines(output.WrittenSpan).Select(line => line.Value)).ShouldBe(string.Join(',', read.Select(Escaped)));
        }
    }

    [Fact]
    public void Reads_values_back_without_what_could_end_their_line()
    {
        foreach (var text in RandomText.Many())
        {
            var output = new ArrayBufferWriter<byte>();
            new ContentLineWriter(output).Value("URL", text);
            var kept = RandomText.AsRead(text)?.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
            CalendarText.Lines(output.WrittenSpan).Select(line => line.Value).ShouldBe(kept is null ? [] : [kept]);
        }
    }

    [Fact]
    public void Allocates_nothing_for_what_it_writes()
    {
        var output = new ArrayBufferWriter<byte>(100_000);
        var lines = new ContentLineWriter(output);
        var description = string.Concat(Enumerable.Repeat("Networks are popular, and for a reason; Łódź, 中文字 and 😀 know it.\n", 10));
        void Write()
        {
            output.ResetWrittenCount();
            lines.Begin("VEVENT");
            lines.At("DTSTART", Instant.FromUtc(2024, 1, 8, 14, 0));
            lines.Integer("SEQUENCE", int.MaxValue);
            lines.Text("DESCRIPTION", description, ("FMTTYPE", "text/html"));
            lines.Value("URL", "https://agenda.example.org/schools-2024/sessions/MC-C?a=1;b=2", ("VALUE", "URI"), ("LABEL", "a \"b\": c"));
            lines.Texts("CATEGORIES", ["Paper session", null, "Networks, systems"]);
        }

        Write();
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Written(Action<ContentLineWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new ContentLineWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
