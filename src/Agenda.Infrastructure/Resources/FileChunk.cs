using Agenda.Domain;

namespace Agenda.Infrastructure.Resources;

/// <summary>A piece of a file's content, so that a part of it can be read without the rest.</summary>
public sealed class FileChunk
{
    /// <summary>The bytes of every chunk but the last, which may have fewer.</summary>
    public const int Length = 256 * 1024;

    public required SessionFileId FileId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}
