using System.Net;
using Agenda.Api.Tests.Interchange.Tables;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which tables go to a spreadsheet and come back.</summary>
internal sealed class TableStory(HttpClient organiser)
{
    private readonly Given given = new(organiser, "tables");

    public async Task TellAsync()
    {
        (await organiser.Add("/api/v1/conferences", new { slug = given.Slug, name = "Tables", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-12" })).ShouldBe(HttpStatusCode.Created);
        await given.Type("MC", "Masterclass");
        await given.Track("Learning");
        foreach (var (table, file) in (IEnumerable<(string, string)>)
            [
                ("rooms", "name,building,capacity,parts\nNorth,Main,60,\nSouth,Main,40,\nWhole,,100,north; south\n"),
                ("people", "givenName,familyName\nAda,Lovelace\nGrace,Hopper\n"),
                ("sessions", "code,title,type,track,chairs,room,day,start,minutes\nMC-1,First,MC,learning,Ada Lovelace,whole,2024-01-08,10:00,60\nMC-2,Second,MC,,,north,2024-01-08,10:30,60\n"),
                ("contributions", "session,code,title,authors\nMC-1,A,A talk,Ada Lovelace*; Grace Hopper\nMC-2,B,Another,Ada Lovelace\n"),
            ])
        {
            (await given.Uploaded(table, file, "?dryRun=true")).Counts().Created.ShouldBeGreaterThan(1);
            (await given.Uploaded(table, file)).Counts().Created.ShouldBeGreaterThan(1);
            (await organiser.Read($"{given.Path}/tables/{table}.csv?template=true")).ShouldBe(HttpStatusCode.OK);
            (await organiser.Read($"{given.Path}/tables/{table}.csv")).ShouldBe(HttpStatusCode.OK);
            (await given.Uploaded(table, file)).Counts().Created.ShouldBe(0);
        }

        (await given.Uploaded("sessions", "code,title,type\nMC-1,Renamed,MC\n", "?edits=file")).Counts().ShouldBe((0, 1, 0, 0));
        (await given.Uploaded("people", "givenName,familyName,country\nAda,Lovelace,Ireland\n", "?edits=file")).Counts().ShouldBe((0, 1, 0, 0));
        (await given.Uploaded("rooms", "slug,capacity\nnorth,61\n", "?edits=file")).Counts().ShouldBe((0, 1, 0, 0));
        (await given.Upload("sessions", "code,title,type\nMC-1,Renamed,XX\n", "?edits=file")).ShouldBeProblem(HttpStatusCode.BadRequest, "rows-refused");
    }
}
