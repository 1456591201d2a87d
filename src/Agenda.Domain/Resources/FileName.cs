using System.Text;
using Agenda.Domain.Text;

namespace Agenda.Domain.Resources;

/// <summary>The name of an uploaded file: cleaned, not too long, with an ending of a kind that is taken.</summary>
public sealed record FileName
{
    /// <summary>Longer names are not even looked at.</summary>
    public const int LongestSaid = 1_000;

    private FileName(string value, FileKind kind) => (Value, Kind) = (value, kind);

    public string Value { get; }

    /// <summary>What the ending says that it is.</summary>
    public FileKind Kind { get; }

    /// <summary>The last part of a path, without what no name may have; null where its ending is of no kind that is taken.</summary>
    public static FileName? Of(string said)
    {
        var last = CleanFileName.Of(said[(said.LastIndexOfAny(['/', '\\']) + 1)..]).Normalize(NormalizationForm.FormC);
        var dot = last.LastIndexOf('.');
        if (dot < 0 || FileKind.OfEnding(last[(dot + 1)..].ToLowerInvariant()) is not { } kind)
            return null;

        var ending = last[dot..];
        var words = ShortText.Of(last[..dot].TrimEnd(' ', '.') is { Length: > 0 } stem ? stem : "file", Limits.FileName - ending.Length - 1).TrimEnd(' ', '.');
        return new FileName(CleanFileName.NoDevice(words + ending), kind);
    }

    public override string ToString() => Value;
}
