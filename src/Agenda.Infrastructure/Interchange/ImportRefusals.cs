using System.Globalization;
using Agenda.Domain;
using Agenda.Infrastructure.Releases;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Why a file is not imported, and where in it the reasons are. Nothing was changed.</summary>
/// <param name="Refusal">The code and the reason in one sentence.</param>
/// <param name="Places">Each place that is wrong; empty where the file as a whole is.</param>
/// <param name="Blame">What is to be changed so that it could be imported.</param>
public sealed record ImportRefusal(Refusal Refusal, IReadOnlyList<ImportNote> Places, ImportBlame Blame)
{
    /// <summary>What stood against publishing, where that was the reason; null otherwise.</summary>
    public PublishOutcome? Publication { get; init; }
}

/// <summary>What stands against an import.</summary>
public enum ImportBlame
{
    /// <summary>The file.</summary>
    File,

    /// <summary>The format that was asked for.</summary>
    Format,

    /// <summary>The time zone that was said, or was not.</summary>
    Zone,

    /// <summary>The conference, which does not exist or cannot be made.</summary>
    Conference,

    /// <summary>A rule of the programme, such as that nothing confirmed is nothing to publish.</summary>
    Rule,
}

/// <summary>Everything that an import can be refused for.</summary>
internal static class ImportRefusals
{
    public static ImportRefusal TooLarge() => OfFile("file-too-large", $"The file has more than {Limits.ImportBytes / 1024 / 1024} MB.");

    public static ImportRefusal NoSchedule(string why) => OfFile("not-a-schedule", $"The file is no schedule: {why}");

    public static ImportRefusal ConfToolSays(string? message) => OfFile("conftool-refused", $"ConfTool sent no export, but a message: {(string.IsNullOrWhiteSpace(message) ? "(empty)" : CleanText.Cut(CleanText.OneLine(CleanText.WithoutControls(message)), 500))}");

    public static ImportRefusal OtherFormat(string asked, string found) => new(new("other-format", $"The file is no {asked}, but {found}."), [], ImportBlame.Format);

    public static ImportRefusal UnknownFormat(string format) => new(new("unknown-format", $"There is no format \"{format}\"; there are {string.Join(", ", ScheduleFormats.All)}."), [], ImportBlame.Format);

    public static ImportRefusal UnknownEncoding() => OfFile("unknown-encoding", "The file says that it is written in an encoding that is not known here; save it as UTF-8.");

    public static ImportRefusal NotWellFormed(string why) => OfFile("not-well-formed", $"The file breaks off or is damaged: {why}");

    public static ImportRefusal DocumentType() => OfFile("document-type", "The file has a document type declaration; such files can make a reader open other files or fill its memory, so they are not read.");

    public static ImportRefusal TooMuch() => OfFile("too-much", "The file is nested deeper or has more in it than any schedule.");

    public static ImportRefusal TooManySessions() =>
        OfFile("too-many-sessions", string.Create(CultureInfo.InvariantCulture, $"The file has more than {Limits.ImportSessions:N0} sessions."));

    public static ImportRefusal NoEvents() => OfFile("no-events", "The file is a schedule without a single event.");

    public static ImportRefusal NoDates() => OfFile("no-dates", "The file says no day, neither of the conference nor of any session.");

    public static ImportRefusal WrongKinds(IReadOnlyList<ImportNote> places) =>
        new(new("malformed-schedule", $"{(places.Count == 1 ? "One value is" : $"{places.Count} values are")} of another kind than the format has there, so that it cannot be told what is what."), places, ImportBlame.File);

    public static ImportRefusal ZoneNeeded(string why) => new(new("time-zone-needed", $"{why} Say which time zone it is in, such as Europe/Brussels."), [], ImportBlame.Zone);

    public static ImportRefusal UnknownZone(string zone) => new(new("unknown-time-zone", $"There is no time zone \"{zone}\"; say an IANA name such as Europe/Brussels."), [], ImportBlame.Zone);

    public static ImportRefusal UnknownConference(string slug) => OfConference(new("unknown-conference", $"There is no conference \"{slug}\"."));

    public static ImportRefusal BadSlug(string slug) =>
        OfConference(new("bad-slug", $"\"{slug}\" cannot be the name of a conference in addresses: lower-case letters a to z and digits, in groups joined by single hyphens."));

    public static ImportRefusal OfConference(Refusal refusal) => new(refusal, [], ImportBlame.Conference);

    public static ImportRefusal OfRule(Refusal refusal) => new(refusal, [], ImportBlame.Rule);

    private static ImportRefusal OfFile(string code, string reason) => new(new(code, reason), [], ImportBlame.File);
}
