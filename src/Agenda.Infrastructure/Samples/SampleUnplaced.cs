namespace Agenda.Infrastructure.Samples;

/// <summary>Confirmed, but still without a slot: to be announced.</summary>
internal static class SampleUnplaced
{
    public static readonly SampleSession[] Sessions =
    [
        new("MC-G", "Two languages in one lesson", null, null)
        {
            Track = "equity",
            Chairs = "tamar, yusuf",
            Abstract = "עברית, عربي, English: three teachers plan one lesson and teach it together. Time and room will be announced.",
        },
    ];
}
