using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Name).HasMaxLength(Limits.Name);
        table.Property(a => a.Email).HasMaxLength(Limits.Email).IsRequired();
        table.Property(a => a.NormalizedEmail).HasMaxLength(Limits.Email).IsRequired().IsOrdinalWhenSaid();
        table.Property(a => a.UserName).HasMaxLength(Limits.Email);
        table.Property(a => a.NormalizedUserName).HasMaxLength(Limits.Email).IsOrdinalWhenSaid();
        table.Property(a => a.PasswordHash).HasMaxLength(200);
        table.Property(a => a.SecurityStamp).HasMaxLength(64);
        table.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        table.Property(a => a.AuthenticatorKey).HasMaxLength(1_000);
        table.Property(a => a.RecoveryCodes).HasMaxLength(1_000);
        table.Ignore(nameof(Account.LockoutEnd));
        table.Ignore(a => a.LockoutEnabled);
        table.Ignore(a => a.PhoneNumber);
        table.Ignore(a => a.PhoneNumberConfirmed);
        table.Ignore(a => a.EmailConfirmed);
        table.HasIndex(a => a.NormalizedEmail).IsUnique();
    }
}

internal sealed class SignedInTable : IEntityTypeConfiguration<SignedIn>
{
    public void Configure(EntityTypeBuilder<SignedIn> table)
    {
        table.ToTable("signed_in");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.From).HasMaxLength(Limits.NetworkAddress);
        table.Property(s => s.Browser).HasMaxLength(Limits.Name);
        table.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(s => s.AccountId);
    }
}

internal sealed class PasswordLinkTable : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> table)
    {
        table.ToTable("password_links");
        table.HasKey(l => l.AccountId);
        table.Property(l => l.AccountId).ValueGeneratedNever();
        table.Property(l => l.Hash).HasMaxLength(32);
        table.HasOne<Account>().WithOne().HasForeignKey<PasswordLink>(l => l.AccountId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(l => l.Hash).IsUnique();
    }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> table)
    {
        table.ToTable("api_tokens");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Name).HasMaxLength(Limits.Name);
        table.Property(t => t.Hash).HasMaxLength(32);
        table.Property(t => t.LastUsedFrom).HasMaxLength(Limits.NetworkAddress);
        table.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Conference>().WithMany().HasForeignKey(t => t.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(t => t.Hash).IsUnique();
        table.HasIndex(t => t.AccountId);
        table.HasIndex(t => t.ConferenceId);
    }
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("memberships");
        table.HasKey(m => new { m.ConferenceId, m.AccountId });
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(m => m.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(m => m.AccountId);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.ToTable("invitations");
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Email).HasMaxLength(Limits.Email);
        table.Property(i => i.InvitedBy).HasMaxLength(Limits.Name);
        table.Property(i => i.Hash).HasMaxLength(32);
        table.Property(i => i.Version).IsConcurrencyToken();
        table.HasOne<Conference>().WithMany().HasForeignKey(i => i.ConferenceId).OnDelete(DeleteBehavior.NoAction);
        table.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(i => i.Hash).IsUnique();
        table.HasIndex(i => i.ConferenceId);
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table)
    {
        table.ToTable("protection_keys");
        table.HasKey(k => k.Name);
        table.Property(k => k.Name).HasMaxLength(100).IsOrdinal();
    }
}
