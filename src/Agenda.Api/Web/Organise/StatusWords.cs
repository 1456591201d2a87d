using Agenda.Domain.Sessions;

namespace Agenda.Api.Web.Organise;

/// <summary>What the states of a session are called, and what it lacks.</summary>
internal static class StatusWords
{
    public static IReadOnlyList<Choice> All => [.. Enum.GetValues<SessionStatus>().Select(s => new Choice(Key(s), Name(s)))];

    /// <summary>As in the API.</summary>
    public static string Key(SessionStatus status) => status.ToString().ToLowerInvariant();

    public static string Name(SessionStatus status) => status switch
    {
        SessionStatus.Draft => OrganiseWords.Draft,
        SessionStatus.Confirmed => OrganiseWords.Confirmed,
        SessionStatus.Cancelled => Words.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a session needs and does not have: slot, room, chair.</summary>
    public static string Lacks(string what) => what switch
    {
        "slot" => OrganiseWords.LacksSlot,
        "room" => OrganiseWords.LacksRoom,
        _ => OrganiseWords.LacksChair,
    };
}
