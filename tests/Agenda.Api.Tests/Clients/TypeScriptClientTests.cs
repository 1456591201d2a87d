using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Clients;

/// <summary>A program in TypeScript whose types are generated from the contract compiles as strictly as can be, and reads the agenda of a running service.</summary>
public sealed class TypeScriptClientTests(TypeScriptClient client, AgendaHost host) : IClassFixture<TypeScriptClient>, IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Lists_the_sessions_of_a_day()
    {
        var given = await Given.Conference(host);
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        await given.Room("Garden");
        var chairs = new[] { (await given.Person("Maja", "Łódzka")).Id, (await given.Person("Seán", "Ó Murchú")).Id };
        await given.Placed(await given.Session("MC-A", "Networks", more: new { chairs }), "arbutus-room", "2024-01-08T14:00:00", 150);
        await given.Placed(await given.Session("MC-B", "Gardens"), "garden", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("MC-C", "Nowhere in particular", status: "cancelled"), null, "2024-01-08T17:00:00", 30);
        await given.Placed(await given.Session("MC-D", "The day after"), "garden", "2024-01-09T09:00:00", 60);
        await given.Session("MC-E", "To be announced");
        await given.PublishedAsItIs();

        (await ListAsync(given.Slug, "2024-01-08")).ShouldSucceed().Said.ShouldBe(
            """
            ICSEI 2024, 2024-01-08, release 1, times of Europe/Dublin
            09:00-10:00 MC-B Gardens [Masterclass] Garden; no chair
            14:00-16:30 MC-A Networks [Masterclass] Arbutus Room (60 seats); Maja Łódzka, Seán Ó Murchú
            17:00-17:30 MC-C Nowhere in particular [Masterclass] no room; no chair; cancelled

            """);
    }

    [Fact]
    public async Task Tells_what_is_wrong_by_its_code()
    {
        var refused = await ListAsync("nowhere", "2024-01-08");
        refused.Code.ShouldBe(1);
        refused.Complained.ShouldStartWith("404 unknown-conference: ");
    }

    private Task<CommandLine> ListAsync(string slug, string day) => client.RunAsync($"{host.Reader().BaseAddress}".TrimEnd('/'), slug, day);
}

/// <summary>The program of <c>tests/api-clients</c>, generated and compiled once.</summary>
public sealed class TypeScriptClient : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "api-clients");
    private static readonly Dictionary<string, string> Nothing = [];

    private CommandLine? built;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Path.Combine(Folder, "node_modules", "openapi-typescript", "bin", "cli.js")))
            built = await CommandLine.RunAsync(Folder, Nothing, "npm", "run", "build");
    }

    /// <summary>Skips the test where the compiler is not installed; fails it where the program does not compile.</summary>
    internal async Task<CommandLine> RunAsync(params string[] arguments)
    {
        Assert.SkipWhen(built is null, "The packages of tests/api-clients are not installed: ./test does it where it may, or run npm ci there.");
        built!.ShouldSucceed();
        return (await CommandLine.RunAsync(Folder, Nothing, "node", ["bin/list-day.js", .. arguments]))!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
