using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The tables of a conference that go to spreadsheets and come back.</summary>
internal sealed class TablesOfConference(EditedConference conference, AgendaDbContext db, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> All = ["sessions", "contributions", "people", "rooms"];

    /// <summary>The table of that name, or null.</summary>
    public EditedTable? Find(string name) => name switch
    {
        "sessions" => new SessionTable(conference, db, clock),
        "contributions" => new ContributionTable(conference, db),
        "people" => new PeopleTable(conference, db),
        "rooms" => new RoomTable(conference, db, clock),
        _ => null,
    };
}
