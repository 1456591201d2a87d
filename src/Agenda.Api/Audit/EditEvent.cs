using NodaTime;

namespace Agenda.Api.Audit;

/// <summary>That something of the programme was changed. Who did it and what it is called is told to those who may read who changed what.</summary>
public sealed record EditEvent
{
    public required Instant At { get; init; }

    /// <summary>What whoever did it is called; null to those who may not read that.</summary>
    public required string? Who { get; init; }

    /// <summary>What was changed, such as <c>session</c>, <c>room</c>, <c>person</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required Guid? Subject { get; init; }

    /// <summary>What it is called: a code, a slug, a name; null to those who may not read that.</summary>
    public required string? Label { get; init; }

    /// <summary><c>added</c>, <c>changed</c> or <c>removed</c>.</summary>
    public required string? Act { get; init; }

    /// <summary>The session that it belongs to, if any.</summary>
    public required Guid? Session { get; init; }

    internal static EditEvent Of(HeardEdit edit, bool whole) => new()
    {
        At = edit.At,
        Who = whole ? edit.By : null,
        Kind = edit.Kind,
        Subject = edit.Subject,
        Label = whole ? edit.Label : null,
        Act = edit.Act,
        Session = edit.Session?.Value,
    };
}
