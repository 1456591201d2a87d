using Agenda.Domain.Resources;

namespace Agenda.Api.Resources;

/// <summary>How much may be uploaded: <c>Files:LargestMegabytes</c>, <c>Files:PerItem</c> and <c>Files:MegabytesPerConference</c>.</summary>
internal static class FileSettings
{
    // What one request may carry is counted in 32 bits by some servers in between.
    private const int MostMegabytes = 2_000;

    public static FileLimits Of(IConfiguration configuration) => new(
        Math.Clamp(configuration.GetValue("Files:LargestMegabytes", FileLimits.Usual.LargestMegabytes), 1, MostMegabytes),
        Math.Max(0, configuration.GetValue("Files:PerItem", FileLimits.Usual.PerItem)),
        Math.Max(0, configuration.GetValue("Files:MegabytesPerConference", FileLimits.Usual.MegabytesPerConference)));
}
