namespace Agenda.Api.Archives;

/// <summary>How large an archive may be that is imported: <c>Archives:LargestMegabytes</c>. Its files count.</summary>
internal sealed record ArchiveLimits(int LargestMegabytes)
{
    private const int Usual = 4_096;

    public long LargestBytes => LargestMegabytes * 1024L * 1024;

    public static ArchiveLimits Of(IConfiguration configuration) => new(Math.Max(1, configuration.GetValue("Archives:LargestMegabytes", Usual)));
}
