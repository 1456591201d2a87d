using System.Diagnostics;
using System.Xml.Linq;

namespace Agenda.Api.Tests.House;

/// <summary>The folder from which these tests were built.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project file with its path below the root, such as <c>src/Agenda.Api/Agenda.Api.csproj</c>.</summary>
    public static IReadOnlyList<(string Path, XDocument Content)> Projects { get; } =
        [.. FilesBelow("src", "*.csproj").Concat(FilesBelow("tests", "*.csproj")).Order().Select(path => (path, XDocument.Load(Path.Combine(Root, path))))];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The files below a folder that were written rather than built.</summary>
    public static IEnumerable<string> FilesBelow(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"));

    /// <summary>What git keeps, or will keep with the next commit. Skips the test where the sources came without their history.</summary>
    public static IReadOnlyList<string> Committed()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Root, ".git")), "the sources are no git checkout");
        using var git = Process.Start(new ProcessStartInfo("git", "-c core.quotepath=off ls-files -z") { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. files.Where(file => File.Exists(Path.Combine(Root, file)))];
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Agenda.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Agenda.sln above {AppContext.BaseDirectory}.");
    }
}
