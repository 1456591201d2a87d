using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class ReleaseTable : IEntityTypeConfiguration<StoredRelease>
{
    public void Configure(EntityTypeBuilder<StoredRelease> table)
    {
        table.ToTable("releases");
        table.HasKey(r => new { r.ConferenceId, r.Number });
        table.Property(r => r.PublishedBy).HasMaxLength(Limits.Name);
        table.Property(r => r.Note).HasMaxLength(Limits.Note);
        // Asked once a second; without it the documents would be walked past.
        table.HasIndex(r => new { r.ConferenceId, r.Number, r.Revision });
        table.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class KeyTable : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> table)
    {
        table.ToTable("keys");
        table.HasKey(k => k.Name);
        table.Property(k => k.Name).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(k => k.Hash).HasMaxLength(64);
    }
}
