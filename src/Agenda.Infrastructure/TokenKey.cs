namespace Agenda.Infrastructure;

/// <summary>A random key with which tokens are marked as ours, so that guessed ones are told without asking for them. One per kind of token.</summary>
public sealed class TokenKey
{
    public required string Name { get; init; }

    public required byte[] Bytes { get; init; }
}
