namespace Agenda.Domain.Resources;

/// <summary>Everything that uploading and editing files can be refused for.</summary>
public static class FileRefusals
{
    public static Refusal KindNotTaken(string name) =>
        new("file-kind-not-taken", $"\"{name}\" has no ending of a file that is taken. Taken are {string.Join(", ", FileKind.AllEndings)}.");

    public static Refusal ContentDiffers(FileName name) => new("file-content-differs", $"What was sent does not begin as a file of the kind of \"{name}\" does.");

    public static Refusal KindDiffers(string name) => new("file-kind-differs", $"The content of \"{name}\" is of another kind than the new name says.");

    public static Refusal TooLarge(FileLimits limits) => new("file-too-large", $"A file may have {limits.LargestMegabytes} MB at the most.");

    public static Refusal Empty() => new("file-empty", "The body is the file, and it is empty.");

    public static Refusal TooMany(FileLimits limits) => new("too-many-files", $"A session or contribution may have {limits.PerItem} files at the most.");

    public static Refusal ConferenceFull(FileLimits limits) => new("conference-full", $"All files of a conference may have {limits.MegabytesPerConference} MB at the most.");
}
