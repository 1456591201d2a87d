using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.People;

/// <summary>What is left of an erased person in the database and in the bytes of its files.</summary>
public sealed class ErasedDatabaseTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task No_byte_of_the_files_tells_who_it_was_not_even_what_was_edited_before()
    {
        await using var alone = new AgendaHost();
        var quill = await Quill.MakeAsync(alone, "bytes");
        await Kept.AddAsync(alone, quill);
        foreach (var email in (string[])["short@quill.example", $"{new string('l', 200)}@quill.example", Quill.Email])
        {
            var person = new { givenName = "Zsófia", familyName = "Quillfeather", affiliation = $"Glimmerglass {new string('x', 400)}", email };
            (await quill.Given.Organiser.Put(quill.Path, (await quill.Given.Organiser.Read(quill.Path)).Tag, person)).ShouldBe(HttpStatusCode.OK);
        }

        await quill.Revised("MC-E", new { @abstract = $"Zsófia Quillfeather {new string('y', 20_000)}" });
        await quill.Revised("MC-E", new { @abstract = "Short." });
        var before = await Bytes(alone);
        foreach (var secret in Quill.Secrets)
            Contains(before, secret).ShouldBeTrue(secret);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        var after = await Bytes(alone);
        foreach (var secret in Quill.Secrets)
            Contains(after, secret).ShouldBeFalse(secret);
        new FileInfo(alone.Database + "-wal").Length.ShouldBe(0);
        (await alone.Reader().Read($"{quill.Given.Path}/agenda?release=1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_reads_meanwhile_does_not_keep_it_from_being_done()
    {
        var quill = await Quill.MakeAsync(host, "read-meanwhile");
        await using var connection = new SqliteConnection($"Data Source={host.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var reading = connection.BeginTransaction(deferred: true);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM people";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        (await quill.PublicAsync()).Holding("Quillfeather").ShouldBeEmpty();
    }

    [Fact]
    public async Task Accounts_stay_and_are_nobody_of_the_programme_any_more()
    {
        var quill = await Quill.MakeAsync(host, "access");
        await Kept.AddAsync(host, quill);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        var members = await Kept.AskAsync(host, db => db.Memberships.Where(m => db.Conferences.Any(c => c.Id == m.ConferenceId && c.Slug == "access")).Select(m => new { m.Role, m.PersonId, m.Version, Name = db.Accounts.Single(a => a.Id == m.AccountId).Name }).ToListAsync());
        members.Select(m => $"{m.Name} {m.Role} {m.PersonId?.Value} {m.Version}").ShouldBe(["organiser Organiser  2"], "a chair without a person says nothing");
        (await Kept.AskAsync(host, db => db.Accounts.CountAsync(a => a.Email!.EndsWith("-access@example.org")))).ShouldBe(2);
        (await Kept.AskAsync(host, db => db.Invitations.Where(i => db.Conferences.Any(c => c.Id == i.ConferenceId && c.Slug == "access")).Select(i => i.Email).ToListAsync())).ShouldBe(["other@example.org"]);
    }

    [Fact]
    public async Task The_trace_keeps_that_something_was_done_and_not_to_whom()
    {
        var quill = await Quill.MakeAsync(host, "trace");
        await Kept.AddAsync(host, quill);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        var entries = await Kept.AskAsync(host, db => db.Audit.Where(e => e.Key.StartsWith("trace-")).OrderBy(e => e.Key).Select(e => new { e.Label, e.Changes, e.By, e.Subject }).ToListAsync());
        entries.Select(e => (e.Label, e.Changes)).ShouldBe([
            (null, """[{"field":"familyName","before":"(withdrawn)","after":"(withdrawn)"},{"field":"email","before":"(withdrawn)","after":"(withdrawn)"},{"field":"links","before":[],"after":[{"title":"(withdrawn)","url":"(withdrawn)"}]}]"""),
            ("PS-B", """[{"field":"contributions[1].abstract","before":"(withdrawn)","after":"(withdrawn)"},{"field":"contributions[2].abstract","before":null,"after":"Together with Name withdrawn."},{"field":"title","before":"Papers","after":"More papers"}]"""),
            ("address-withdrawn", """[{"field":"email","before":null,"after":"address-withdrawn"}]"""),
            ("2", """{"note":{"before":null,"after":"With thanks to Name withdrawn"},"sessions":{"before":null,"after":4}}"""),
            ("arbutus-room", """[{"field":"capacity","before":null,"after":60}]"""),
            ("PS-B", "not JSON, by Name withdrawn"),
        ]);
        entries[0].Subject.ShouldBe(quill.Zsofia);
        entries.ShouldAllBe(e => e.By == "organiser");
    }

    /// <summary>Every byte of the database's files, and every release unpacked.</summary>
    private static async Task<byte[]> Bytes(AgendaHost host)
    {
        using var bytes = new MemoryStream();
        foreach (var file in (string[])[host.Database, host.Database + "-wal", host.Database + "-shm"])
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await open.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        }

        foreach (var document in await Kept.AskAsync(host, db => db.Releases.Select(r => r.Document).ToListAsync()))
        {
            await using var expanded = new BrotliStream(new MemoryStream(document), CompressionMode.Decompress);
            await expanded.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        }

        return bytes.ToArray();
    }

    // Also folded, as it stands in keys that order people.
    private static bool Contains(byte[] bytes, string word) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Domain.Text.FoldedText.Of(word))) >= 0;
}
