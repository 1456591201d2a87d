namespace Agenda.Api.Web.Organise.Tables;

/// <summary>Every table of the console as a file for spreadsheets: what its page shows to the same reader, under the same filters.</summary>
internal static class CsvPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        SessionsCsv.Map(pages);
        PeopleCsv.Map(pages);
        RoomsCsv.Map(pages);
        TypesCsv.Map(pages);
        TracksCsv.Map(pages);
        ConflictsCsv.Map(pages);
    }
}
