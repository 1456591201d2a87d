namespace Agenda.Api.Http;

/// <summary>Files for what is too large for memory, in the system's folder for such, gone once they are closed.</summary>
internal static class TemporaryFile
{
    /// <param name="what">A part of its name, for who looks into the folder.</param>
    public static FileStream Make(string what)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        // Nobody else on the machine reads what is not published.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"agenda-{what}-{Path.GetRandomFileName()}"), options);
    }
}
