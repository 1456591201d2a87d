using Agenda.Domain.Resources;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Resources;

/// <summary>Puts files into the database.</summary>
public static class FileStore
{
    /// <summary>Stores what is known of a file, and its content chunk by chunk, within the caller's transaction.</summary>
    public static async Task AddAsync(AgendaDbContext db, SessionFile file, Stream content, CancellationToken cancellation)
    {
        db.SessionFiles.Add(file);
        await db.SaveChangesAsync(cancellation);

        var buffer = new byte[FileChunk.Length];
        content.Position = 0;
        for (var number = 0; await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read; number++)
        {
            var chunk = db.FileChunks.Add(new FileChunk
            {
                FileId = file.Id,
                Number = number,
                Bytes = buffer[..read],
            });
            await db.SaveChangesAsync(cancellation);
            // Saved ones are not kept in memory.
            chunk.State = EntityState.Detached;
        }
    }
}
