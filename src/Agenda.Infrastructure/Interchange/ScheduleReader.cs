using System.Text;
using System.Text.Json;
using System.Xml;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads a schedule file of any known format. Needs no conference: what comes out can be imported into any.</summary>
public static class ScheduleReader
{
    /// <summary>The schedule, or why the file is none. The format is recognised by the content; <paramref name="format"/> only insists on one.</summary>
    public static ReadSchedule Read(ReadOnlyMemory<byte> file, string? format = null)
    {
        var notes = new ImportNotes();
        var (schedule, refusal) = Read(file, format, notes);
        return schedule is null ? new ReadSchedule(refusal!) : new ReadSchedule(schedule, ScheduleMending.Mend(schedule, notes), notes);
    }

    private static Reading Read(ReadOnlyMemory<byte> file, string? format, ImportNotes notes)
    {
        if (format is not null && !ScheduleFormats.All.Contains(format))
            return new(ImportRefusals.UnknownFormat(format));
        if (file.Length > Limits.ImportBytes)
            return new(ImportRefusals.TooLarge());
        if (FileText.Utf8Of(file, notes) is not { } text)
            return new(ImportRefusals.UnknownEncoding());

        var reading = ReadText(text, notes);
        if (reading.Schedule is not { } schedule)
            return reading;
        if (format is not null && schedule.Format != format)
            return new(ImportRefusals.OtherFormat(format, schedule.Format));
        return schedule.Events.Count switch
        {
            0 when schedule.People.Count == 0 || !schedule.OnlyKnownPeople => new(ImportRefusals.NoEvents()),
            > Limits.ImportSessions => new(ImportRefusals.TooManySessions()),
            _ => reading,
        };
    }

    private static Reading ReadText(ReadOnlyMemory<byte> text, ImportNotes notes)
    {
        try
        {
            return text.Span.TrimStart(" \t\r\n"u8) switch
            {
                [(byte)'<', ..] => Xml(text, notes),
                [(byte)'{' or (byte)'[', ..] => Json(text, notes),
                [] => new(ImportRefusals.NoSchedule("it is empty.")),
                _ => Table(text, notes),
            };
        }
        catch (TooMuchException)
        {
            return new(ImportRefusals.TooMuch());
        }
        catch (XmlException damaged)
        {
            return new(text.Span.IndexOf("<!DOCTYPE"u8) >= 0 ? ImportRefusals.DocumentType() : ImportRefusals.NotWellFormed(damaged.Message));
        }
        catch (JsonException damaged)
        {
            return new(damaged.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
                ? ImportRefusals.TooMuch()
                : ImportRefusals.NotWellFormed($"{damaged.Message.Split(" LineNumber:")[0]} Line {damaged.LineNumber + 1}, byte {damaged.BytePositionInLine + 1}."));
        }
    }

    private static Reading Xml(ReadOnlyMemory<byte> text, ImportNotes notes)
    {
        using var characters = new StringReader(Encoding.UTF8.GetString(text.Span));
        using var reader = XmlReader.Create(characters, FileXml.Careful);
        reader.MoveToContent();
        return reader.LocalName switch
        {
            "schedule" => FrabXml.Read(reader),
            "sessions" or "papers" or "users" or "participants" or "subsumed_authors" or "authors" or "reviewers" or "rest" => ConfTool.Read(reader, notes),
            var other => new(ImportRefusals.NoSchedule($"its root element is <{other}>, which no known format has.")),
        };
    }

    private static Reading Table(ReadOnlyMemory<byte> text, ImportNotes notes)
    {
        var table = CsvRows.Read(text);
        return ConfTool.Knows(table.Columns)
            ? ConfTool.Read(table, notes)
            : new(ImportRefusals.NoSchedule("it is neither XML nor JSON, nor a table with columns of ConfTool's."));
    }

    private static Reading Json(ReadOnlyMemory<byte> text, ImportNotes notes)
    {
        var root = FileJson.Parse(text.Span);
        if (Sessionize.Is(root))
            return Sessionize.Read(root, notes);
        if (root["schedule"] is not { IsObject: true } schedule)
            return new(ImportRefusals.NoSchedule("the JSON has no object \"schedule\" at its root."));
        if (schedule["conference"] is not { IsObject: true } conference)
            return new(ImportRefusals.NoSchedule("the JSON has no object \"schedule.conference\"."));
        var reading = schedule["events"] is not null ? ScheduleJson2.Read(schedule, conference) : ScheduleJson.Read(schedule, conference, notes);
        if (reading.Schedule is { } said)
            said.IsOurs = root["generator"]?.Said("name").Text == ScheduleFormats.Generator;
        return reading;
    }
}

/// <summary>A schedule that was read from a file, or why it was not.</summary>
public sealed class ReadSchedule
{
    internal ReadSchedule(ImportRefusal refusal) => Refusal = refusal;

    internal ReadSchedule(SaidSchedule said, ScheduleFile file, ImportNotes notes) => Content = (said, file, notes);

    /// <summary>Why the file cannot be imported; null when it can.</summary>
    public ImportRefusal? Refusal { get; }

    internal (SaidSchedule Said, ScheduleFile File, ImportNotes Notes) Content { get; }
}

/// <summary>What a file says, or why it is not read.</summary>
internal readonly record struct Reading(SaidSchedule? Schedule, ImportRefusal? Refusal)
{
    public Reading(SaidSchedule schedule) : this(schedule, null)
    {
    }

    public Reading(ImportRefusal refusal) : this(null, refusal)
    {
    }
}
