namespace Agenda.Domain.Resources;

/// <summary>How much may be uploaded.</summary>
/// <param name="LargestMegabytes">One file.</param>
/// <param name="PerItem">How many files one session or one contribution may have.</param>
/// <param name="MegabytesPerConference">All files of a conference.</param>
public sealed record FileLimits(int LargestMegabytes, int PerItem, int MegabytesPerConference)
{
    private const long Megabyte = 1024 * 1024;

    public static FileLimits Usual { get; } = new(50, 20, 2_048);

    public long LargestBytes => LargestMegabytes * Megabyte;

    public long BytesPerConference => MegabytesPerConference * Megabyte;

    /// <summary>Why a file of this size cannot be added to an item that has so many, in a conference whose files have so many bytes; null when it can.</summary>
    public Refusal? WhyNot(long size, int ofItem, long ofConference) =>
        size > LargestBytes ? FileRefusals.TooLarge(this)
        : ofItem >= PerItem ? FileRefusals.TooMany(this)
        : ofConference + size > BytesPerConference ? FileRefusals.ConferenceFull(this)
        : null;
}
