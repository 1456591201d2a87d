using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Agenda.Api.Tests.House;

/// <summary>What every file of the project keeps to.</summary>
public sealed partial class SourceTests
{
    /// <summary>Most files have under 80 lines. One that grows above this is two things; generated migrations and sample data are neither.</summary>
    private const int LongestFile = 300;

    [Fact]
    public void Source_files_are_short()
    {
        var files = Checkout.FilesBelow("src", "*").Concat(Checkout.FilesBelow("tests", "*"))
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.Contains("/Model/", StringComparison.Ordinal) && !path.Contains("/Samples/", StringComparison.Ordinal)).ToList();
        files.ShouldNotBeEmpty();
        files.Select(path => (path, lines: Checkout.Read(path).Count(c => c == '\n'))).Where(file => file.lines > LongestFile).ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_has_every_project()
    {
        var solution = Checkout.Read("Agenda.sln").Replace('\\', '/');
        Checkout.Projects.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => project.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_lock_file_committed() =>
        Checkout.Projects.Select(project => $"{Path.GetDirectoryName(project.Path)}/packages.lock.json").Except(Checkout.Committed()).ShouldBeEmpty();

    [Fact]
    public void Package_versions_are_exact_and_in_one_place()
    {
        var central = XDocument.Parse(Checkout.Read("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        central.ShouldNotBeEmpty();
        central.Where(package => !ExactVersion().IsMatch(package.Attribute("Version")!.Value)).ShouldBeEmpty();
        Checkout.Projects.Where(project => project.Content.Descendants("PackageReference").Any(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null))
            .Select(project => project.Path).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_says_where_packages_come_from_or_where_somebody_builds()
    {
        var files = Checkout.Committed();
        files.Where(path => Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        files.Where(path => Path.GetFileName(path) != "SourceTests.cs")
            .SelectMany(path => PackageSource().Matches(Checkout.Read(path)).Concat(HomeFolder().Matches(Checkout.Read(path))).Select(match => $"{path}: {match.Value}")).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?$")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"https?://[^\s""'<>)]*(nuget\.org|npmjs|pypi|/v3/index\.json|artifactory|jfrog|/simple/|registry|pkgs\.)[^\s""'<>)]*", RegexOptions.IgnoreCase)]
    private static partial Regex PackageSource();

    [GeneratedRegex(@"(?<![\w.~/-])/(root|work|home|Users)/\w+")]
    private static partial Regex HomeFolder();
}
