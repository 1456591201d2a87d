namespace Agenda.Api.Tests.Interchange;

/// <summary>Schedule files: small ones of the project's own, and real ones where they are at hand.</summary>
internal static class ScheduleFixtures
{
    /// <summary>A file of the project, by its name in <c>Files</c>.</summary>
    public static byte[] Own(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", name));

    /// <summary>A real file; the test is skipped where there is none.</summary>
    public static byte[] Real(string name)
    {
        var path = Path.Combine(RealFolder, "schedules", name);
        Assert.SkipUnless(File.Exists(path), $"There is no {name}: the folder of real programmes (AGENDA_REAL_DATA) is not on this machine.");
        return File.ReadAllBytes(path);
    }

    public static string RealPath(string name)
    {
        Real(name);
        return Path.Combine(RealFolder, "schedules", name);
    }

    private static string RealFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("AGENDA_REAL_DATA") is { Length: > 0 } said)
                return said;

            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agenda.sln")))
                folder = folder.Parent;
            return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data");
        }
    }
}
