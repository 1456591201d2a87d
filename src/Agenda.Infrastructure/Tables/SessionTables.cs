using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("sessions");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Code).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(s => s.Title).HasMaxLength(Limits.Title);
        table.Property(s => s.Language).HasMaxLength(Limits.Language);
        table.Property(s => s.ExternalId).HasMaxLength(Limits.ExternalId).IsOrdinalWhenSaid();
        table.Property(s => s.JoinUrl).HasMaxLength(Limits.Url);
        table.Property(s => s.Version).IsConcurrencyToken();
        table.Ignore(s => s.Slot);
        table.Ignore(s => s.Placement);
        table.OwnsMany(s => s.Resources, resources => resources.ToJson());
        table.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<SessionType>().WithMany().HasForeignKey(s => s.TypeId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Track>().WithMany().HasForeignKey(s => s.TrackId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.NoAction);
        table.HasMany(s => s.People).WithOne().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(s => s.Contributions).WithOne().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(s => new { s.ConferenceId, s.Code }).IsUnique();
        table.HasIndex(s => new { s.ConferenceId, s.ExternalId });
    }
}

internal sealed class SessionPersonTable : IEntityTypeConfiguration<SessionPerson>
{
    public void Configure(EntityTypeBuilder<SessionPerson> table)
    {
        table.ToTable("session_people");
        table.HasKey(p => new { p.SessionId, p.PersonId, p.Role });
        table.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class ContributionTable : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> table)
    {
        table.ToTable("contributions");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Code).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(c => c.Title).HasMaxLength(Limits.Title);
        table.HasMany(c => c.Authors).WithOne().HasForeignKey(a => a.ContributionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContributionAuthorTable : IEntityTypeConfiguration<ContributionAuthor>
{
    public void Configure(EntityTypeBuilder<ContributionAuthor> table)
    {
        table.ToTable("contribution_authors");
        table.HasKey(a => new { a.ContributionId, a.PersonId });
        table.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
