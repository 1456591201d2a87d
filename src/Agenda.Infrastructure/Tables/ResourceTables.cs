using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Resources;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class SessionFileTable : IEntityTypeConfiguration<SessionFile>
{
    public void Configure(EntityTypeBuilder<SessionFile> table)
    {
        table.ToTable("session_files");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Name).HasMaxLength(Limits.FileName);
        table.Property(f => f.MediaType).HasMaxLength(Limits.MediaType);
        table.Property(f => f.Hash).HasMaxLength(64);
        table.Property(f => f.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(f => f.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        // No key to the contribution: SQL Server allows one way only on which deleting a session deletes its files. See ResourcesOfRemoved.
        table.HasOne<Session>().WithMany().HasForeignKey(f => f.SessionId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(f => f.ConferenceId);
        table.HasIndex(f => f.SessionId);
    }
}

internal sealed class FileChunkTable : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> table)
    {
        table.ToTable("file_chunks");
        table.HasKey(c => new { c.FileId, c.Number });
        table.HasOne<SessionFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionLinkTable : IEntityTypeConfiguration<SessionLink>
{
    public void Configure(EntityTypeBuilder<SessionLink> table)
    {
        table.ToTable("session_links");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Title).HasMaxLength(Limits.Title);
        table.Property(l => l.Url).HasMaxLength(Limits.Url);
        table.Property(l => l.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(l => l.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        // As with files, and for the same reason, no key to the contribution.
        table.HasOne<Session>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(l => l.ConferenceId);
        table.HasIndex(l => l.SessionId);
    }
}

/// <summary>Asked once a second, so it is a table of few and short rows. It is called for the files, which came first.</summary>
internal sealed class ResourcesStateTable : IEntityTypeConfiguration<ResourcesState>
{
    public void Configure(EntityTypeBuilder<ResourcesState> table)
    {
        table.ToTable("files_states");
        table.HasKey(s => s.ConferenceId);
        table.Property(s => s.ConferenceId).ValueGeneratedNever();
        table.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.NoAction);
    }
}
