namespace Agenda.Api.Calendars;

/// <summary>A parameter of a property with one value, or with several as in <c>FEATURE=AUDIO,VIDEO</c> (RFC 5545 §3.2).</summary>
internal readonly record struct ContentLineParameter(string Name, string? Value, params IReadOnlyList<string> More)
{
    public static implicit operator ContentLineParameter((string Name, string? Value) single) => new(single.Name, single.Value);
}
