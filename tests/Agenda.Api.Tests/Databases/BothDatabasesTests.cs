using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Agenda.Api.Tests.Contract;
using Agenda.Api.Tests.Security;
using Agenda.Api.Tests.Web.Accounts;
using Agenda.Infrastructure;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Databases;

/// <summary>
/// Every query and command of the application on both databases. No SQL Server is needed: the story is told on SQLite and recorded; then the
/// same requests go to the service on the SQL Server provider, whose connection answers with what was recorded.
/// </summary>
public sealed class BothDatabasesTests
{
    [Fact]
    public async Task Every_operation_asks_and_answers_the_same_through_the_SQL_Server_provider()
    {
        var recording = new Recording();
        var told = await ToldOnSqlite(recording);
        OperationsMissingFrom(told).ShouldBeEmpty("operations of the contract that do not succeed anywhere in the story");

        var replay = new Replay(recording);
        var faults = await FaultsOnSqlServer(told, replay);
        faults.ShouldBeEmpty();
        replay.Commands.Count.ShouldBeGreaterThan(told.Count);
    }

    [Fact]
    public async Task The_story_can_be_told_to_a_real_SQL_Server()
    {
        var server = Environment.GetEnvironmentVariable("AGENDA_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrWhiteSpace(server), "AGENDA_TEST_SQLSERVER does not hold a connection string of a SQL Server on which databases may be created.");
        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"agenda_test_{Guid.CreateVersion7():N}" }.ConnectionString;
        try
        {
            await using var host = new SqlServerHost(connection);
            var accounts = new AccountsOf(host);
            using var administrator = await AccountsOf.ConfirmedAsync(accounts.WithCookie(await accounts.CookieAsync(await accounts.AddAsync("Ada", administrator: true))));
            using var browser = new HttpClient(Browser.Wire()) { BaseAddress = host.Reader().BaseAddress };
            await new WholeStory(host.Organiser(), host.Reader(), administrator, host.Reader(), browser).TellAsync();
        }
        finally
        {
            await using var db = new SqlServerAgendaDbContext(new DbContextOptionsBuilder<SqlServerAgendaDbContext>().UseSqlServer(connection).Options);
            await db.Database.EnsureDeletedAsync(CancellationToken.None);
        }
    }

    private static async Task<List<ToldRequest>> ToldOnSqlite(Recording recording)
    {
        await using var host = new RecordedHost(recording);
        await host.MigrateAsync();
        recording.Request = 0;
        var cookie = await host.PrepareAsync();

        var told = new List<ToldRequest>();
        using var client = new HttpClient(new Telling(recording, told)) { BaseAddress = host.Reader().BaseAddress };
        using var organiser = new HttpClient(new Telling(recording, told)) { BaseAddress = client.BaseAddress };
        organiser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AgendaHost.Key);
        using var program = new HttpClient(new Telling(recording, told)) { BaseAddress = client.BaseAddress };
        using var administrator = await AccountsOf.ConfirmedAsync(new AccountsOf(host).WithCookie(cookie, new Telling(recording, told)));
        await new WholeStory(organiser, client, administrator, program, client).TellAsync();
        return told;
    }

    private static async Task<List<string>> FaultsOnSqlServer(List<ToldRequest> told, Replay replay)
    {
        await using var host = new ReplayedHost(replay);
        using var client = new HttpClient(Browser.Wire()) { BaseAddress = host.Reader().BaseAddress };
        replay.Begin(0);
        await host.PrepareAsync();
        replay.End();

        var number = 0;
        foreach (var request in told)
        {
            var faults = replay.Faults.Count;
            replay.Begin(++number);
            using var response = await client.SendAsync(request.Again(), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            // What is read while it is sent is asked for until the end.
            var answer = await ToldAnswer.Of(response);
            replay.End();
            if (answer != request.Answer)
                replay.Faults.Add($"was answered with {request.Answer} on SQLite and {answer} on SQL Server. {host.Failures.TakeAll()}");
            for (; faults < replay.Faults.Count; faults++)
                replay.Faults[faults] = $"{number}. {request}: {replay.Faults[faults]}";
        }

        return replay.Faults;
    }

    private static IEnumerable<string> OperationsMissingFrom(List<ToldRequest> told) =>
        from operation in ContractOperations.All
        let address = new Regex($"^{Regex.Replace(operation.Path, @"\{\w+\}", "[^/?]+")}(\\?|$)")
        where !told.Any(t => t.Method.Method == operation.Method && address.IsMatch(t.Path) && (int)t.Answer.Status < 300)
        select operation.Id;
}
