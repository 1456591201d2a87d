using Agenda.Domain;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

/// <summary>No foreign keys: the trace outlives what it is about.</summary>
internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.ToTable("audit");
        table.HasKey(e => e.Key);
        table.Property(e => e.Key).HasMaxLength(Limits.AuditKey).IsOrdinal();
        table.Property(e => e.By).HasMaxLength(Limits.Name);
        table.Property(e => e.Via).HasMaxLength(Limits.Name + 10);
        table.Property(e => e.From).HasMaxLength(Limits.NetworkAddress);
        table.Property(e => e.Operation).HasMaxLength(Limits.Code);
        table.Property(e => e.Kind).HasMaxLength(Limits.Code);
        table.Property(e => e.Act).HasMaxLength(Limits.Code);
        table.Property(e => e.Label).HasMaxLength(Limits.Title);
        table.HasIndex(e => new { e.ConferenceId, e.Key });
        table.HasIndex(e => new { e.SessionId, e.Key });
    }
}
