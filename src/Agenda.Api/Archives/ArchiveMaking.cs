using System.Reflection;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;
using Agenda.Infrastructure.Audit;
using NodaTime;

namespace Agenda.Api.Archives;

/// <summary>Makes the archive of a conference, and leaves the trace of it: an archive has e-mail addresses and whatever else is not public.</summary>
internal static class ArchiveMaking
{
    private static readonly string Program = typeof(ArchiveMaking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Writes it to a file that can be written over.</summary>
    /// <exception cref="RefusedArchiveException">It cannot be made whole.</exception>
    public static async Task WriteAsync(AgendaDbContext db, (ConferenceId Id, string Slug) conference, string uidHost, Instant now, Stream target, CancellationToken cancellation)
    {
        await ArchiveWriter.WriteAsync(db, conference.Id, new ArchiveOrigin(now, Program, uidHost), target, cancellation);
        db.Note(new AuditNote(AuditKinds.Conference, AuditAct.Changed)
        {
            Conference = conference.Id,
            Subject = conference.Id.Value,
            Label = conference.Slug,
            Changes = [new("archive", null, "taken")],
        });
        await db.SaveChangesAsync(cancellation);
    }
}
