using Agenda.Domain;

namespace Agenda.Infrastructure.Archives;

/// <summary>An archive that is not taken; thrown from the depth of reading it, and told as a refusal by whoever asked for the import.</summary>
/// <param name="refusal">Why not.</param>
/// <param name="places">Each place that is wrong, or the first of them; empty where it is the archive as a whole.</param>
public sealed class RefusedArchiveException(Refusal refusal, IReadOnlyList<string>? places = null) : Exception(refusal.Reason)
{
    public Refusal Refusal { get; } = refusal;

    public IReadOnlyList<string> Places { get; } = places ?? [];
}
