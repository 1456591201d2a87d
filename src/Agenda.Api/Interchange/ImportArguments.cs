using Agenda.Api.Http;
using Agenda.Domain;

namespace Agenda.Api.Interchange;

/// <summary>What the command line <c>import FILE --conference SLUG …</c> asks for.</summary>
internal sealed record ImportArguments
{
    public const string Usage =
        """
        Usage: import FILE --conference SLUG [--zone ZONE] [--format FORMAT] [--publish [--acknowledge WHY]] [--file-wins] [--dry-run] [--json]

          FILE                a schedule.xml (frab, pentabarf, pretalx), a schedule.json (c3voc, version 1 or 2), JSON of
                              Sessionize, or an export of ConfTool (sessions, papers or people, as XML or CSV)
          --conference SLUG   the conference, such as icsei-2024; made when there is none
          --zone ZONE         the time zone of the file, such as Europe/Brussels, when it says none or a wrong one; always
                              needed for files of ConfTool and Sessionize
          --format FORMAT     frab-xml, schedule-json, schedule-json-2, sessionize, conftool-sessions,
                              conftool-papers or conftool-people; recognised unless said
          --publish           publish the programme afterwards; if that is refused, nothing is imported
          --acknowledge WHY   publish although errors stand, which are acknowledged with this reason
          --file-wins         take the file where a field was changed in it and here since the last import
          --dry-run           do everything and save nothing
          --json              print the report as JSON
          --Section:Key=VALUE any setting of the service, such as --Agenda:DataFolder=data
        """;

    public string? File { get; init; }

    public string? Conference { get; init; }

    public string? Zone { get; init; }

    public string? Format { get; init; }

    public bool Publish { get; init; }

    /// <summary>The reason for which all errors are acknowledged; null for none.</summary>
    public string? Acknowledge { get; init; }

    /// <summary>Whether the file is taken where a field was changed on both sides.</summary>
    public bool FileWins { get; init; }

    public bool DryRun { get; init; }

    public bool Json { get; init; }

    /// <summary>Settings of the service.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What is wrong with the command line; null when nothing is.</summary>
    public string? Fault { get; init; }

    public static ImportArguments Parse(ReadOnlySpan<string> args)
    {
        var parsed = new ImportArguments();
        for (var rest = args; rest.Length > 0 && parsed.Fault is null;)
            parsed = Take(parsed, ref rest);

        return parsed switch
        {
            { Fault: not null } => parsed,
            { File: null } => parsed with { Fault = "No file is said." },
            { Conference: null } => parsed with { Fault = "No conference is said." },
            { Acknowledge: not null, Publish: false } => parsed with { Fault = "--acknowledge belongs to --publish." },
            { Acknowledge.Length: > Limits.Note } => parsed with { Fault = $"The reason has more than {Limits.Note} characters." },
            { Acknowledge: { } reason } when string.IsNullOrWhiteSpace(reason) || !EnteredText.IsClean(reason, lineBreaks: true) => parsed with { Fault = "The reason says nothing, or has control characters." },
            _ => parsed,
        };
    }

    private static ImportArguments Take(ImportArguments parsed, ref ReadOnlySpan<string> rest)
    {
        // "--zone=Europe/Brussels" is "--zone Europe/Brussels"; settings pass as they are.
        var (option, value) = rest[0].Split('=', 2) is [['-', '-', ..] name, var said] && !name.Contains(':') ? (name, said) : (rest[0], null);
        rest = rest[1..];
        switch (option)
        {
            case "--publish" when value is null:
                return parsed with { Publish = true };
            case "--file-wins" when value is null:
                return parsed with { FileWins = true };
            case "--dry-run" when value is null:
                return parsed with { DryRun = true };
            case "--json" when value is null:
                return parsed with { Json = true };
            case "--conference" or "--zone" or "--format" or "--acknowledge":
                if (value is null && rest.Length > 0)
                {
                    value = rest[0];
                    rest = rest[1..];
                }

                return value is null ? parsed with { Fault = $"{option} lacks its value." } : With(parsed, option, value);
            case ['-', '-', ..] when option.Contains(':') && option.Contains('='):
                return parsed with { Settings = [.. parsed.Settings, option] };
            case ['-', _, ..]:
                return parsed with { Fault = $"There is no option {option}." };
            default:
                return parsed.File is null ? parsed with { File = option } : parsed with { Fault = $"There is a file already; what is \"{option}\"?" };
        }
    }

    private static ImportArguments With(ImportArguments parsed, string option, string value) => option switch
    {
        "--conference" => parsed with { Conference = value },
        "--zone" => parsed with { Zone = value },
        "--acknowledge" => parsed with { Acknowledge = value },
        _ => parsed with { Format = value },
    };
}
