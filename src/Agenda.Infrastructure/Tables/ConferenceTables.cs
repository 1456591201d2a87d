using Agenda.Domain;
using Agenda.Domain.Conferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class ConferenceTable : IEntityTypeConfiguration<Conference>
{
    public void Configure(EntityTypeBuilder<Conference> table)
    {
        table.ToTable("conferences");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Slug).HasMaxLength(Limits.Slug).IsOrdinal();
        table.Property(c => c.Name).HasMaxLength(Limits.Name);
        table.Property(c => c.TimeZone).HasMaxLength(Limits.Name);
        table.Property(c => c.Contact).HasMaxLength(Limits.Note);
        table.Property(c => c.Colour).HasMaxLength(7);
        table.Property(c => c.UidHost).HasMaxLength(Limits.Host);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.Ignore(c => c.Zone);
        table.OwnsMany(c => c.Links, links => links.ToJson());
        table.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class BuildingTable : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> table)
    {
        table.ToTable("buildings");
        table.Property(b => b.Id).ValueGeneratedNever();
        table.Property(b => b.Name).HasMaxLength(Limits.Name).IsOrdinal();
        table.Property(b => b.Address).HasMaxLength(Limits.Address);
        table.Property(b => b.Version).IsConcurrencyToken();
        table.Ignore(b => b.Coordinates);
        table.HasOne<Conference>().WithMany().HasForeignKey(b => b.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(b => new { b.ConferenceId, b.Name }).IsUnique();
    }
}

internal sealed class RoomTable : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> table)
    {
        table.ToTable("rooms");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Slug).HasMaxLength(Limits.Slug).IsOrdinal();
        table.Property(r => r.Name).HasMaxLength(Limits.Name);
        table.Property(r => r.Parts).HasConversion<CompactLists.OfRooms, CompactLists.Comparer<RoomId>>();
        table.Property(r => r.JoinUrl).HasMaxLength(Limits.Url);
        table.Property(r => r.OpeningHours).HasConversion<CompactLists.OfOpeningHours, CompactLists.Comparer<OpeningHours>>();
        table.Property(r => r.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(r => r.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Building>().WithMany().HasForeignKey(r => r.BuildingId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(r => new { r.ConferenceId, r.Slug }).IsUnique();
    }
}

internal sealed class TrackTable : IEntityTypeConfiguration<Track>
{
    public void Configure(EntityTypeBuilder<Track> table)
    {
        table.ToTable("tracks");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Slug).HasMaxLength(Limits.Slug).IsOrdinal();
        table.Property(t => t.Name).HasMaxLength(Limits.Name);
        table.Property(t => t.Colour).HasMaxLength(7);
        table.Property(t => t.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(t => t.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(t => new { t.ConferenceId, t.Slug }).IsUnique();
    }
}

internal sealed class SessionTypeTable : IEntityTypeConfiguration<SessionType>
{
    public void Configure(EntityTypeBuilder<SessionType> table)
    {
        table.ToTable("session_types");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Code).HasMaxLength(Limits.Code).IsOrdinal();
        table.Property(t => t.Name).HasMaxLength(Limits.Name);
        table.Property(t => t.Colour).HasMaxLength(7);
        table.Property(t => t.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(t => t.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(t => new { t.ConferenceId, t.Code }).IsUnique();
    }
}
