using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class ConflictPolicyTable : IEntityTypeConfiguration<ConflictPolicy>
{
    public void Configure(EntityTypeBuilder<ConflictPolicy> table)
    {
        table.ToTable("conflict_policies");
        table.HasKey(p => p.ConferenceId);
        table.Property(p => p.ConferenceId).ValueGeneratedNever();
        table.Property(p => p.Severities).HasConversion<CompactLists.OfSeverities, CompactLists.Comparer<RuleSeverity>>();
        table.Property(p => p.RolePairs).HasConversion<CompactLists.OfRolePairs, CompactLists.Comparer<RolePairSeverity>>();
        table.Property(p => p.WalkingTimes).HasConversion<CompactLists.OfWalkingTimes, CompactLists.Comparer<WalkingTime>>();
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(p => p.ConferenceId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class SessionConstraintTable : IEntityTypeConfiguration<SessionConstraint>
{
    public void Configure(EntityTypeBuilder<SessionConstraint> table)
    {
        table.ToTable("session_constraints");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Note).HasMaxLength(Limits.Note);
        table.HasOne<Conference>().WithMany().HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Session>().WithMany().HasForeignKey(c => c.First).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Session>().WithMany().HasForeignKey(c => c.Second).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(c => new { c.ConferenceId, c.Kind, c.First, c.Second }).IsUnique();
    }
}

internal sealed class AcknowledgementTable : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> table)
    {
        table.ToTable("acknowledgements");
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.State).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(a => a.Reason).HasMaxLength(Limits.Note);
        table.Property(a => a.By).HasMaxLength(Limits.Name);
        table.HasOne<Conference>().WithMany().HasForeignKey(a => a.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(a => new { a.ConferenceId, a.Conflict, a.State }).IsUnique();
    }
}

internal sealed class ProgrammeEditTable : IEntityTypeConfiguration<ProgrammeEdit>
{
    public void Configure(EntityTypeBuilder<ProgrammeEdit> table)
    {
        table.ToTable("programme_edits");
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Author).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(e => e.Operation).HasMaxLength(Limits.Code);
        table.HasOne<Conference>().WithMany().HasForeignKey(e => e.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasMany(e => e.Sessions).WithOne().HasForeignKey(s => s.EditId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(e => new { e.ConferenceId, e.Author, e.At });
    }
}

/// <summary>No foreign key to the session: that it is gone is one of the things that undoing tells.</summary>
internal sealed class EditedSessionTable : IEntityTypeConfiguration<EditedSession>
{
    public void Configure(EntityTypeBuilder<EditedSession> table)
    {
        table.ToTable("edited_sessions");
        table.HasKey(s => new { s.EditId, s.SessionId });
        table.Ignore(s => s.Before);
        table.Ignore(s => s.IsAdded);
        table.HasIndex(s => new { s.SessionId, s.VersionAfter });
    }
}
