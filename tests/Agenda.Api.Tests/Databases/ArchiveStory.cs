using System.Net;
using Agenda.Api.Tests.Archives;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which a conference leaves as one file, and comes back as another with ids of its own.</summary>
internal sealed class ArchiveStory(HttpClient organiser, Given given)
{
    public async Task TellAsync()
    {
        var archive = await organiser.Archived(given.Slug);
        (await organiser.ImportArchive(archive)).ShouldBeProblem(HttpStatusCode.Conflict, "archive-already-here");
        var other = ArchiveFile.Read(archive).WithOtherIds("out-of-an-archive").Bytes();
        (await organiser.ImportArchive(other, $"?as={given.Slug}")).ShouldBeProblem(HttpStatusCode.Conflict, "slug-taken");
        (await organiser.ImportArchive(other, "?dryRun=true")).ShouldBe(HttpStatusCode.OK);
        (await organiser.ImportArchive(other)).ShouldBe(HttpStatusCode.Created);
    }
}
