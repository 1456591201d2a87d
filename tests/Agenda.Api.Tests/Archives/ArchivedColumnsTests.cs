using System.Net;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Archives;

/// <summary>Nothing that is stored of a conference stays behind unless somebody said so: a new table or column has to be carried, or be named here.</summary>
public sealed class ArchivedColumnsTests(AgendaHost host, ElsewhereHost elsewhere) : IClassFixture<AgendaHost>, IClassFixture<ElsewhereHost>
{
    /// <summary>
    /// Tables of which an archive has nothing: accounts and what belongs to them, secrets, what attendees keep, what can be taken back, the trace, and marks of
    /// what is in memory. docs/archive-format.md names them as well.
    /// </summary>
    private static readonly string[] LeftOut =
    [
        "accounts", "signed_in", "password_links", "api_tokens", "memberships", "invitations", "protection_keys", "keys", "token_keys",
        "my_agendas", "stars", "feed_fetches", "programme_edits", "edited_sessions", "audit", "files_states",
    ];

    private static List<string> Tables
    {
        get
        {
            using var db = new SqliteAgendaDbContext(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite("Data Source=:memory:").Options);
            return [.. db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()];
        }
    }

    [Fact]
    public async Task Every_column_is_carried_or_left_out_by_name()
    {
        await RichConference.MakeAsync(host);
        (await elsewhere.Organiser().ImportArchive(await host.Organiser().Archived(RichConference.Slug))).ShouldBe(HttpStatusCode.Created);
        var (here, there) = (StoredRows.Of(host), StoredRows.Of(elsewhere));

        here.Keys.ShouldBe(Tables, ignoreOrder: true);
        LeftOut.Except(here.Keys).ShouldBeEmpty();
        foreach (var (table, rows) in here.Where(t => !LeftOut.Contains(t.Key)))
        {
            // A column in which nothing stands cannot show that it is carried.
            rows.ShouldNotBeEmpty(table);
            rows[0].Keys.Where(column => rows.TrueForAll(row => IsNothing(column, row[column]))).Select(column => $"{table}.{column}").ShouldBeEmpty();
            StoredRows.Lines(there[table]).ShouldBe(StoredRows.Lines(rows), table);
        }
    }

    private static bool IsNothing(string column, string? value) => value is null or "" or "0" or "[]" || (value == "1" && column is "Version" or "Arrangement");
}
