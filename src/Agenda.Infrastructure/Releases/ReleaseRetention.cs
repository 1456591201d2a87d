using System.Globalization;
using Agenda.Domain;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// How many of a conference's newest releases are kept whole (<c>Releases:KeepDocuments</c>). Of older ones there stays that they were: number, time,
/// note and how many sessions they had.
/// </summary>
public sealed record ReleaseRetention
{
    private const string Setting = "Releases:KeepDocuments";

    private readonly int newest;

    private ReleaseRetention(int newest) => this.newest = newest;

    public static ReleaseRetention All { get; } = new(0);

    /// <exception cref="InvalidOperationException">The setting is no number from 0.</exception>
    public static ReleaseRetention Of(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => All,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var newest) => new(newest),
        var other => throw new InvalidOperationException($"{Setting} is \"{other}\"; it is how many releases of a conference are kept, and 0 keeps all."),
    };

    /// <summary>Empties what is older, in the transaction that has published the newest. The next save stores the trace of it.</summary>
    internal async Task ApplyAsync(AgendaDbContext db, ConferenceId conference, int newestNumber, CancellationToken cancellation)
    {
        var last = newestNumber - newest;
        if (newest == 0 || last < 1)
            return;

        byte[] nothing = [];
        var kept = await db.Releases.Where(r => r.ConferenceId == conference && r.Number <= last && r.Document != nothing).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(cancellation);
        if (kept.Count == 0)
            return;

        await db.Releases.Where(r => r.ConferenceId == conference && r.Number <= last && r.Document != nothing)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Document, nothing).SetProperty(r => r.Revision, r => r.Revision + 1), cancellation);
        foreach (var number in kept)
            db.Note(new AuditNote(AuditKinds.Release, AuditAct.Changed) { Conference = conference, Label = $"{number}", Changes = [new("kept", true, false)] });
    }
}
