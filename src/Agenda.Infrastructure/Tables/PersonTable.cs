using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("people");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.GivenName).HasMaxLength(Limits.Name);
        table.Property(p => p.FamilyName).HasMaxLength(Limits.Name);
        table.Property(p => p.Affiliation).HasMaxLength(Limits.Title);
        table.Property(p => p.Country).HasMaxLength(Limits.Name);
        table.Property(p => p.Pronunciation).HasMaxLength(Limits.Name);
        table.Property(p => p.Email).HasMaxLength(Limits.Email);
        table.Property(p => p.ExternalId).HasMaxLength(Limits.ExternalId).IsOrdinalWhenSaid();
        // Not in the key of an index: SQL Server allows 1,700 bytes there, and a name folded may grow.
        table.Property(p => p.SortKey).HasMaxLength(2_000).IsOrdinal();
        table.Property(p => p.Absences).HasConversion<CompactLists.OfAbsences, CompactLists.Comparer<Absence>>();
        table.Property(p => p.Version).IsConcurrencyToken();
        table.Ignore(p => p.Name);
        table.Ignore(p => p.IsErased);
        table.OwnsMany(p => p.Links, links => links.ToJson());
        table.HasOne<Conference>().WithMany().HasForeignKey(p => p.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(p => new { p.ConferenceId, p.ExternalId });
    }
}
