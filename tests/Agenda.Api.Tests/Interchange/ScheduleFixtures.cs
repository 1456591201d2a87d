using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Interchange;

/// <summary>Schedule files: small ones of the project's own, and real ones where they are at hand.</summary>
internal static class ScheduleFixtures
{
    /// <summary>A file of the project, by its name in <c>Files</c>.</summary>
    public static byte[] Own(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", name));

    /// <summary>A real file; the test is skipped where there is none.</summary>
    public static byte[] Real(string name, string folder = "schedules")
    {
        var path = Path.Combine(RealFolder, folder, name);
        Assert.SkipUnless(File.Exists(path), $"There is no {name}: the folder of real programmes (AGENDA_REAL_DATA) is not on this machine.");
        return File.ReadAllBytes(path);
    }

    private static string RealFolder =>
        Environment.GetEnvironmentVariable("AGENDA_REAL_DATA") is { Length: > 0 } said ? said : Path.Combine(Checkout.Root, "..", "shared", "data");
}
