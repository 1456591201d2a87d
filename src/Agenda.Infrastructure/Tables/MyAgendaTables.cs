using Agenda.Domain.Conferences;
using Agenda.Domain.MyAgendas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class MyAgendaTable : IEntityTypeConfiguration<MyAgenda>
{
    public void Configure(EntityTypeBuilder<MyAgenda> table)
    {
        table.ToTable("my_agendas");
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.EditHash).HasMaxLength(32);
        table.Property(m => m.FeedHash).HasMaxLength(32);
        table.Property(m => m.FeedTag).HasMaxLength(64);
        table.HasIndex(m => m.EditHash).IsUnique();
        table.HasIndex(m => m.FeedHash).IsUnique();
        table.HasIndex(m => m.ChangedAt);
    }
}

internal sealed class StarTable : IEntityTypeConfiguration<Star>
{
    public void Configure(EntityTypeBuilder<Star> table)
    {
        table.ToTable("stars");
        table.HasKey(s => new { s.MyAgendaId, s.SessionId });
        // No key to the session: a star outlives one that is removed.
        table.HasOne<MyAgenda>().WithMany().HasForeignKey(s => s.MyAgendaId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Conference>().WithMany().HasForeignKey(s => s.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(s => s.SessionId);
        table.HasIndex(s => s.ConferenceId);
    }
}

internal sealed class FeedFetchTable : IEntityTypeConfiguration<FeedFetch>
{
    public void Configure(EntityTypeBuilder<FeedFetch> table)
    {
        table.ToTable("feed_fetches");
        table.HasKey(f => new { f.MyAgendaId, f.Client });
        table.HasOne<MyAgenda>().WithMany().HasForeignKey(f => f.MyAgendaId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TokenKeyTable : IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<TokenKey> table)
    {
        table.ToTable("token_keys");
        table.HasKey(k => k.Name);
        table.Property(k => k.Name).HasMaxLength(100).IsOrdinal();
        table.Property(k => k.Bytes).HasMaxLength(64);
    }
}
