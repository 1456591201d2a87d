using System.Globalization;
using Agenda.Domain;

namespace Agenda.Infrastructure.Archives;

/// <summary>Everything that making or importing an archive can be refused for, beside what the rules for files and slugs say.</summary>
public static class ArchiveRefusals
{
    private const int LongestName = 100;

    public static Refusal NoArchive() => new("not-an-archive", "The file is no archive of a conference, or it breaks off.");

    public static Refusal TooLarge(long megabytes) => new("archive-too-large", $"An archive may have {Number(megabytes)} MB at the most.");

    public static Refusal TooManyEntries() => new("archive-too-many-entries", $"An archive has {Number(ArchiveLayout.MostEntries)} entries at the most.");

    public static Refusal NewerFormat(int version) =>
        new("archive-newer-format", $"The archive has version {version} of the format, and this program reads up to {ArchiveLayout.Version}. Use a newer one.");

    public static Refusal UnknownEntry(string name) => new("archive-unknown-entry", $"An archive has no entry \"{Told(name)}\".");

    public static Refusal DuplicateEntry(string name) => new("archive-duplicate-entry", $"The archive has the entry \"{Told(name)}\" twice.");

    public static Refusal MissingEntry(string name) => new("archive-missing-entry", $"The archive lacks the entry \"{Told(name)}\".");

    public static Refusal EntryTooLarge(string name, long most) => new("archive-entry-too-large", $"The entry \"{Told(name)}\" has more than {Number(most)} bytes when it is unpacked.");

    public static Refusal ReleasesTooLarge() => new("archive-entry-too-large", $"The releases have more than {Number(ArchiveLayout.MostOfReleases)} bytes when they are unpacked.");

    public static Refusal Damaged(string name) => new("archive-damaged", $"The entry \"{Told(name)}\" is damaged, or is not what the manifest says.");

    public static Refusal Malformed(string name, string why) => new("archive-malformed", $"The entry \"{Told(name)}\" cannot be read: {why}");

    public static Refusal Invalid(string first, int faults) =>
        new("archive-invalid", $"The archive breaks rules of the programme in {(faults == 1 ? "one place" : $"{Number(faults)} places or more")}, first: {first}");

    public static Refusal AlreadyHere(string slug) => new("archive-already-here", $"The conference of the archive is here already, as \"{slug}\".");

    public static Refusal IdsTaken(string what) => new("ids-taken", $"Another conference here has a {what} with an id of the archive.");

    public static Refusal ReleaseUnreadable(int number) => new("release-unreadable", $"Release {number} is damaged, or of a newer program; without it an archive would not be whole.");

    public static Refusal FileGone() => new("archive-outdated", "A file was removed while the archive was made. Ask for it again.");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Names in a hostile archive may be anything.
    private static string Told(string name) => string.Concat(name.Take(LongestName).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
