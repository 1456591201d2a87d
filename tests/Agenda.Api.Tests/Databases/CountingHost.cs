using System.Data.Common;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Databases;

/// <summary>Counts what is asked of the database.</summary>
internal sealed class CountingHost : QuietHost
{
    public CountedCommands Commands { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<SqliteAgendaDbContext>(options => options.AddInterceptors(Commands)));
    }
}

internal sealed class CountedCommands : DbCommandInterceptor
{
    private int count;

    public int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }

    public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
