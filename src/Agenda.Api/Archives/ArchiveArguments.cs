namespace Agenda.Api.Archives;

/// <summary>What the command line <c>archive SLUG …</c> or <c>archive --import FILE …</c> asks for.</summary>
internal sealed record ArchiveArguments
{
    public const string Usage =
        """
        Usage: archive SLUG [--to FILE]
               archive --import FILE [--as SLUG] [--dry-run] [--json]

          SLUG                the conference of which everything is put into one file
          --to FILE           the file, which must not be there yet; SLUG.agenda.zip unless said
          --import FILE       an archive of which a conference is made
          --as SLUG           what the conference is called here, if not as it was
          --dry-run           do everything and save nothing
          --json              print the report as JSON
          --Section:Key=VALUE any setting of the service, such as --Agenda:DataFolder=data
        """;

    /// <summary>The conference to archive; null for an import.</summary>
    public string? Conference { get; init; }

    public string? To { get; init; }

    /// <summary>The archive to import; null where one is made.</summary>
    public string? Import { get; init; }

    public string? As { get; init; }

    public bool DryRun { get; init; }

    public bool Json { get; init; }

    /// <summary>Settings of the service.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What is wrong with the command line; null when nothing is.</summary>
    public string? Fault { get; init; }

    public static ArchiveArguments Parse(ReadOnlySpan<string> args)
    {
        var parsed = new ArchiveArguments();
        for (var rest = args; rest.Length > 0 && parsed.Fault is null;)
            parsed = Take(parsed, ref rest);

        return parsed switch
        {
            { Fault: not null } => parsed,
            { Conference: null, Import: null } => parsed with { Fault = "No conference is said." },
            { Conference: not null, Import: not null } => parsed with { Fault = "Either an archive is made, or one is imported." },
            { Conference: not null } when parsed.As is not null || parsed.DryRun || parsed.Json => parsed with { Fault = "--as, --dry-run and --json belong to --import." },
            { Import: not null, To: not null } => parsed with { Fault = "--to belongs to the making of an archive." },
            { As: { } slug } when !Domain.Text.Slug.IsValid(slug) => parsed with { Fault = $"\"{slug}\" cannot be a slug: lower-case letters a to z and digits, in groups joined by single hyphens." },
            _ => parsed,
        };
    }

    private static ArchiveArguments Take(ArchiveArguments parsed, ref ReadOnlySpan<string> rest)
    {
        // "--to=FILE" is "--to FILE"; settings pass as they are.
        var (option, value) = rest[0].Split('=', 2) is [['-', '-', ..] name, var said] && !name.Contains(':') ? (name, said) : (rest[0], null);
        rest = rest[1..];
        switch (option)
        {
            case "--dry-run" when value is null:
                return parsed with { DryRun = true };
            case "--json" when value is null:
                return parsed with { Json = true };
            case "--to" or "--import" or "--as":
                if (value is null && rest.Length > 0)
                {
                    value = rest[0];
                    rest = rest[1..];
                }

                return value is null ? parsed with { Fault = $"{option} lacks its value." }
                    : option == "--to" ? parsed with { To = value }
                    : option == "--as" ? parsed with { As = value }
                    : parsed with { Import = value };
            case ['-', '-', ..] when option.Contains(':') && option.Contains('='):
                return parsed with { Settings = [.. parsed.Settings, option] };
            case ['-', _, ..]:
                return parsed with { Fault = $"There is no option {option}." };
            default:
                return parsed.Conference is null ? parsed with { Conference = option } : parsed with { Fault = $"There is a conference already; what is \"{option}\"?" };
        }
    }
}
