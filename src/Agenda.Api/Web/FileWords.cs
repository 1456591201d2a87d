using Agenda.Infrastructure.Resources;

namespace Agenda.Api.Web;

/// <summary>What a reader wants to know before opening a file: "PDF, 2.4 MB".</summary>
internal static class FileWords
{
    public static string Of(PublishedFile file) => $"{Kind(file.Name)}, {Size(file.Size)}";

    public static string Kind(string name) => name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant();

    /// <summary>In the units that people's file lists use.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => Phrases.Count(Words.Bytes, bytes),
        < 999_500 => FormattableString.Invariant($"{bytes / 1e3:0} kB"),
        < 99_950_000 => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        _ => FormattableString.Invariant($"{bytes / 1e6:0} MB"),
    };
}
