using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure;

/// <summary>The programme, the releases, and who may do what with them. Two small subclasses, one per database, own their migrations.</summary>
public abstract class AgendaDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Conference> Conferences => Set<Conference>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Track> Tracks => Set<Track>();

    public DbSet<SessionType> SessionTypes => Set<SessionType>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<StoredRelease> Releases => Set<StoredRelease>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SignedIn> SignedIn => Set<SignedIn>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>A collation that compares slugs, codes and keys byte by byte, where the database does not do so by itself.</summary>
    protected abstract string? OrdinalCollation { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AgendaDbContext).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Ordinal.Annotation) is not null))
        {
            property.RemoveAnnotation(Ordinal.Annotation);
            if (OrdinalCollation is { } collation)
                property.SetCollation(collation);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ConferenceId>().HaveConversion<IdConversions.OfConference>();
        configurationBuilder.Properties<BuildingId>().HaveConversion<IdConversions.OfBuilding>();
        configurationBuilder.Properties<RoomId>().HaveConversion<IdConversions.OfRoom>();
        configurationBuilder.Properties<TrackId>().HaveConversion<IdConversions.OfTrack>();
        configurationBuilder.Properties<SessionTypeId>().HaveConversion<IdConversions.OfSessionType>();
        configurationBuilder.Properties<PersonId>().HaveConversion<IdConversions.OfPerson>();
        configurationBuilder.Properties<SessionId>().HaveConversion<IdConversions.OfSession>();
        configurationBuilder.Properties<ContributionId>().HaveConversion<IdConversions.OfContribution>();
        configurationBuilder.Properties<AccountId>().HaveConversion<IdConversions.OfAccount>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<IdConversions.OfInvitation>();
        configurationBuilder.Properties<ApiTokenId>().HaveConversion<IdConversions.OfApiToken>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<TimeConversions.OfLocalDate>();
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<TimeConversions.OfLocalDateTime>().HavePrecision(0);
        configurationBuilder.Properties<Instant>().HaveConversion<TimeConversions.OfInstant>().HavePrecision(6);
        configurationBuilder.Properties<Offset>().HaveConversion<TimeConversions.OfOffset>();
    }
}
