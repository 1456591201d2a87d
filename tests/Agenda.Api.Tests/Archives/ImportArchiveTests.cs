using System.Net;
using Agenda.Api.Tests.Resources;
using Microsoft.AspNetCore.Hosting;

namespace Agenda.Api.Tests.Archives;

public sealed class ImportArchiveTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Tells_what_came_in()
    {
        var slug = Unique();
        var archive = ArchiveFile.Minimal(slug);

        var done = (await host.Organiser().ImportArchive(archive.Bytes())).ShouldBe(HttpStatusCode.Created);

        done.Headers.Location!.ToString().ShouldBe($"/api/v1/conferences/{slug}");
        done["madeAt"].GetString().ShouldBe("2024-01-08T13:00:00Z");
        done["program"].GetString().ShouldBe("0.1.0");
        done["name"].GetString().ShouldBe("Of an archive");
        done["counts"].EnumerateObject().ShouldAllBe(count => count.Value.GetInt64() == 0);
        (await host.Organiser().Read($"/api/v1/conferences/{slug}")).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_try_saves_nothing()
    {
        var slug = Unique();
        var before = StoredRows.Whole(host);

        (await host.Organiser().ImportArchive(ArchiveFile.Minimal(slug).Bytes(), "?dryRun=true")).ShouldBe(HttpStatusCode.OK)["dryRun"].GetBoolean().ShouldBeTrue();

        StoredRows.Whole(host).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_a_slug_that_is_taken_or_cannot_be_and_takes_another()
    {
        var (taken, other) = (Unique(), Unique());
        await Given.Conference(host, taken);
        var archive = ArchiveFile.Minimal(taken).Bytes();

        (await host.Organiser().ImportArchive(archive)).ShouldBeProblem(HttpStatusCode.Conflict, "slug-taken");
        (await host.Organiser().ImportArchive(archive, "?as=api")).ShouldBeProblem(HttpStatusCode.Conflict, "slug-reserved");
        (await host.Organiser().ImportArchive(archive, "?as=Not%20a%20slug")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await host.Organiser().ImportArchive(archive, $"?as={other}")).ShouldBe(HttpStatusCode.Created);
        (await host.Organiser().ImportArchive(archive, $"?as={Unique()}")).ShouldBeProblem(HttpStatusCode.Conflict, "archive-already-here");
    }

    [Fact]
    public async Task Refuses_ids_that_another_conference_has()
    {
        var rich = await RichConference.MakeAsync(host);
        var archive = ArchiveFile.Read(await rich.Organiser.Archived(rich.Slug));
        var before = StoredRows.Whole(host);

        // A conference with an id of its own, and everything else of the one that is here.
        var another = archive.With("conference.json", c => c["id"] = $"{Guid.CreateVersion7()}").Without("releases/1.json").Without("releases/2.json").With("releases.json", "[]");
        var answer = (await host.Organiser().ImportArchive(another.Bytes(), $"?as={Unique()}")).ShouldBeProblem(HttpStatusCode.Conflict, "ids-taken");

        answer["detail"].GetString().ShouldBe("Another conference here has a session with an id of the archive.");
        StoredRows.Whole(host).ShouldBe(before);
    }

    [Fact]
    public async Task Leaves_the_trace_of_being_taken_and_of_coming_in()
    {
        var slug = Unique();
        (await host.Organiser().ImportArchive(ArchiveFile.Minimal(slug).Bytes())).ShouldBe(HttpStatusCode.Created);
        await host.Organiser().Archived(slug);

        var trace = (await host.Organiser().Read($"/api/v1/conferences/{slug}/audit")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray()
            .Select(e => $"{e.GetProperty("operation").GetString()}: {e.GetProperty("kind").GetString()} {e.GetProperty("act").GetString()}").ToList();

        trace.ShouldBe(["readArchive: conference changed", "importArchive: conference added", "importArchive: conference changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Refuses_what_is_larger_than_the_installation_takes()
    {
        await using var narrow = new NarrowArchiveHost();
        var archive = ArchiveFile.Minimal("large").With("rooms.json", new byte[1_500_000]).Bytes(level: System.IO.Compression.CompressionLevel.NoCompression);

        (await narrow.Organiser().ImportArchive(archive)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "archive-too-large");
    }

    [Fact]
    public async Task Refuses_more_files_than_the_installation_takes()
    {
        await using var other = new AgendaHost();
        var rich = await RichConference.MakeAsync(other);
        await using var narrow = new NarrowHost();
        var archive = ArchiveFile.Read(await rich.Organiser.Archived(rich.Slug)).With("files.json", files => files[0]!["size"] = 3L * 1024 * 1024);

        (await narrow.Organiser().ImportArchive(archive.Bytes())).ShouldBeProblem(HttpStatusCode.BadRequest, "archive-invalid");
    }

    private static string Unique() => $"archived-{Interlocked.Increment(ref unique)}";

    /// <summary>A service that takes archives of 1 MB.</summary>
    private sealed class NarrowArchiveHost : AgendaHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Archives:LargestMegabytes", "1");
        }
    }
}
