using System.Data.Common;
using System.Net;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.People;

/// <summary>A release whose loading began before somebody was erased from it is not given out afterwards.</summary>
public sealed class LateReaderTests
{
    [Theory]
    [InlineData("/api/v1/conferences/late/agenda?release=1")]
    [InlineData("/api/v1/conferences/late/agenda")]
    [InlineData("/calendars/late.ics")]
    [InlineData("/late")]
    public async Task Waits_for_what_is_left_of_it(string path)
    {
        await using var first = new AgendaHost();
        var quill = await Quill.MakeAsync(first, "late");
        await using var slow = new HoldingHost(first);
        (await slow.Reader().Read("/health/ready")).ShouldBe(HttpStatusCode.OK);
        if (path.Contains("release=", StringComparison.Ordinal))
            (await slow.Reader().Read("/late")).ShouldBe(HttpStatusCode.OK);

        slow.Loading.Hold();
        var reading = slow.Reader().Read(path);
        await slow.Loading.Begun;
        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);
        await slow.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        slow.Loading.GoOn();

        var late = (await reading).ShouldBe(HttpStatusCode.OK);
        late.Text.ShouldContain("Name withdrawn");
        late.Text.ShouldNotContain("Zsófia");
        slow.Loading.WasHeld.ShouldBeTrue();
        (await slow.Reader().Read(path)).Text.ShouldNotContain("Zsófia");
    }

    private sealed class HoldingHost(AgendaHost first) : AgendaHost
    {
        public HeldLoading Loading { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Agenda:DataFolder", first.Folder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqliteAgendaDbContext>(options => options.AddInterceptors(Loading)));
        }
    }

    /// <summary>Holds the first loading of a release when its answer is there and nobody has seen it.</summary>
    private sealed class HeldLoading : DbCommandInterceptor
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously), goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int armed;

        public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public bool WasHeld => begun.Task.IsCompleted;

        public void Hold() => armed = 1;

        public void GoOn() => goOn.SetResult();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Document\"", StringComparison.Ordinal) && Interlocked.Exchange(ref armed, 0) == 1)
            {
                begun.SetResult();
                await goOn.Task;
            }

            return result;
        }
    }
}
