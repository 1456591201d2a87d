using System.Data.Common;
using System.Net;
using Agenda.Api.Tests.Interchange;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.People;

/// <summary>All of an erasure or nothing, whatever happens in its middle or beside it.</summary>
public sealed class ErasureIsWholeTests
{
    [Fact]
    public async Task A_database_that_fails_at_any_point_of_it_has_everything_as_it_was()
    {
        await using var host = new FailingHost();
        var quill = await Quill.MakeAsync(host, "failing");
        await Kept.AddAsync(host, quill);
        var (before, told) = (await host.Everything(), await quill.PublicAsync());
        var failed = new List<string>();
        while (true)
        {
            host.Commands.FailAt = failed.Count;
            var answer = await quill.Erase();
            host.Commands.FailAt = null;
            if (answer.Status == HttpStatusCode.OK)
                break;

            answer.Code.ShouldBeOneOf("internal-error", "edits-collided");
            failed.Add(host.Commands.Failed!);
            (await host.Everything()).ShouldBe(before, failed[^1]);
            if (failed[^1] == "COMMIT")
                (await quill.PublicAsync()).ShouldBeTheSameAs(told);
        }

        // In its order: who has access, the programme, the releases, the trace, and the end of the transaction.
        failed.Count(c => c.Contains("UPDATE \"releases\"", StringComparison.Ordinal)).ShouldBe(3, string.Join("\n", failed));
        failed.ShouldContain(c => c.Contains("\"invitations\"", StringComparison.Ordinal));
        failed.ShouldContain(c => c.Contains("UPDATE \"people\"", StringComparison.Ordinal));
        failed.ShouldContain(c => c.Contains("UPDATE \"audit\"", StringComparison.Ordinal));
        failed[^1].ShouldBe("COMMIT");
        (await quill.PublicAsync()).Holding("Quillfeather").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_publishes_or_edits_meanwhile_brings_nothing_back()
    {
        await using var host = new AgendaHost();
        for (var round = 0; round < 4; round++)
        {
            var quill = await Quill.MakeAsync(host, $"at-once-{round}");
            var releases = Enumerable.Range(0, 4).Select(_ => host.Organiser().Add($"{quill.Given.Path}/releases", new { note = "Meanwhile" })).ToList();
            var tag = (await quill.Given.Organiser.Read(quill.Path)).Tag;
            var edit = host.Organiser().Put(quill.Path, tag, new { givenName = "Zsófia", familyName = "Quillfeather-Other" });

            var erased = quill.Erase();

            var published = await Task.WhenAll(releases);
            published.ShouldAllBe(a => a.Status == HttpStatusCode.Created || a.Code == "edits-collided");
            var edited = await edit;
            if ((await erased).Status == HttpStatusCode.PreconditionFailed)
                (await quill.Erase()).ShouldBe(HttpStatusCode.OK);
            else
                (edited.Status == HttpStatusCode.OK || edited.Code == "person-erased").ShouldBeTrue(edited.Text);
            var all = await PublicOutput.ReadAllAsync(host.Reader(), quill.Given.Slug, 3 + published.Count(a => a.Status == HttpStatusCode.Created), Quill.Codes, quill.Zsofia);
            all.Holding("Zsófia").ShouldBeEmpty();
            all.Holding("Quillfeather").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_release_that_cannot_be_read_is_refused_and_nothing_is_done()
    {
        await using var host = new AgendaHost();
        var quill = await Quill.MakeAsync(host, "unreadable");
        await Kept.ChangeAsync(host, db => db.Add(new Infrastructure.Releases.StoredRelease
        {
            ConferenceId = db.Conferences.Single(c => c.Slug == "unreadable").Id,
            Number = 4,
            PublishedAt = host.Clock.Now,
            PublishedBy = "x",
            Sessions = 0,
            Document = [1, 2, 3],
        }));
        var before = await host.Everything();

        (await quill.Erase()).ShouldBeProblem(HttpStatusCode.Conflict, "release-unreadable");

        (await host.Everything()).ShouldBe(before);
    }

    private sealed class FailingHost : AgendaHost
    {
        public FailingCommands Commands { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteAgendaDbContext>(options => options.AddInterceptors(Commands, new FailingCommit(Commands))));
        }
    }

    /// <summary>Lets one write of many fail, as a full disk would.</summary>
    private sealed class FailingCommands : DbCommandInterceptor
    {
        private int writes;
        private int? failAt;

        public int? FailAt
        {
            get => failAt;
            set => (failAt, writes, Failed) = (value, 0, value is null ? Failed : null);
        }

        public string? Failed { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Write(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Write(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public void Write(string text)
        {
            if (failAt is null || !(text == "COMMIT" || text.Contains("UPDATE ", StringComparison.Ordinal) || text.Contains("INSERT ", StringComparison.Ordinal) || text.Contains("DELETE ", StringComparison.Ordinal)))
                return;
            // A repeated attempt finds the disk as full.
            if (writes++ < failAt)
                return;

            Failed ??= text;
            throw new IOException("No space left on device.");
        }
    }

    private sealed class FailingCommit(FailingCommands commands) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            commands.Write("COMMIT");
            return ValueTask.FromResult(result);
        }
    }
}
