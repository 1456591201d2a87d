using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Samples;

/// <summary>
/// A line of the sample programme. The type is the prefix of the code; room and track are slugs, people the short names of
/// <see cref="SamplePeople"/>, separated by commas.
/// </summary>
internal sealed record SampleSession(string Code, string Title, TimeSlot? Slot, string? Room)
{
    public string Type => Code[..Code.IndexOf('-', StringComparison.Ordinal)];

    public string? Track { get; init; }

    public string? Language { get; init; } = "en";

    public string? Abstract { get; init; }

    public SessionStatus Status { get; init; } = SessionStatus.Confirmed;

    public string Chairs { get; init; } = "";

    public string Discussants { get; init; } = "";

    public IReadOnlyList<SampleTalk> Talks { get; init; } = [];

    public IReadOnlyList<Link> Resources { get; init; } = [];
}

/// <summary>A contribution of a sample session; those of its authors who present it carry an asterisk.</summary>
internal sealed record SampleTalk(int? Minutes, string Title, string Authors, string? Abstract = null);
