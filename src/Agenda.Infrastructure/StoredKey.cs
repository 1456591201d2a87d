namespace Agenda.Infrastructure;

/// <summary>A secret that opens the service, kept as its SHA-256 only.</summary>
public sealed class StoredKey
{
    public required string Name { get; init; }

    public required byte[] Hash { get; set; }
}
