using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.People;
using Agenda.Domain.Resources;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Agenda.Infrastructure.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure;

/// <summary>The programme, the releases, and who may do what with them. Two small subclasses, one per database, own their migrations.</summary>
/// <param name="trail">Who saves, for the trace; without it, the service itself.</param>
public abstract class AgendaDbContext(DbContextOptions options, AuditTrail? trail) : DbContext(options)
{
    private readonly AuditTrail trail = trail ?? new AuditTrail();

    // Kept from save to save: an import refers to rooms and types that it saved before.
    private readonly AuditNames names = new();

    public DbSet<Conference> Conferences => Set<Conference>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Track> Tracks => Set<Track>();

    public DbSet<SessionType> SessionTypes => Set<SessionType>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<ConflictPolicy> ConflictPolicies => Set<ConflictPolicy>();

    public DbSet<SessionConstraint> SessionConstraints => Set<SessionConstraint>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<ProgrammeEdit> ProgrammeEdits => Set<ProgrammeEdit>();

    public DbSet<StoredRelease> Releases => Set<StoredRelease>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SignedIn> SignedIn => Set<SignedIn>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<MyAgenda> MyAgendas => Set<MyAgenda>();

    public DbSet<Star> Stars => Set<Star>();

    public DbSet<FeedFetch> FeedFetches => Set<FeedFetch>();

    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    public DbSet<SessionFile> SessionFiles => Set<SessionFile>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<SessionLink> SessionLinks => Set<SessionLink>();

    public DbSet<ResourcesState> ResourcesStates => Set<ResourcesState>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>A collation that compares slugs, codes and keys byte by byte, where the database does not do so by itself.</summary>
    protected abstract string? OrdinalCollation { get; }

    /// <summary>
    /// Says for the trace what no save can see, such as rows that are deleted by a query: saved with the next save, so it belongs before one
    /// in the same transaction. Without a conference of its own it is about that of the operation.
    /// </summary>
    public void Note(AuditNote note) => Audit.Add(trail.EntryOf(note with { Conference = note.Conference ?? trail.Conference }, trail.Now(), names));

    /// <summary>Saves together with the trace of it, in one transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Changes are found once; what is added to them here says itself that it changed.
        var finds = ChangeTracker.AutoDetectChangesEnabled;
        if (finds)
            ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        IReadOnlyList<AuditEntry> ownRows = [];
        try
        {
            await ResourcesOfRemoved.FollowAsync(this, cancellationToken);
            var entries = await AuditedSave.EntriesAsync(this, trail, names, cancellationToken);
            var many = entries.Count > AuditRows.Many && Database.CurrentTransaction is not null;
            ownRows = many ? [] : entries;
            Audit.AddRange(ownRows);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (many)
                await AuditRows.InsertAsync(this, entries, cancellationToken);
            return rows;
        }
        finally
        {
            foreach (var entry in ownRows)
                Entry(entry).State = EntityState.Detached;
            ChangeTracker.AutoDetectChangesEnabled = finds;
        }
    }

    /// <exception cref="NotSupportedException">Something is to be saved that leaves a trace.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => AuditedSave.IsNeeded(ChangeTracker)
        ? throw new NotSupportedException("Save asynchronously: the trace may have to ask the database for names.")
        : base.SaveChanges(acceptAllChangesOnSuccess);

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
        configurationBuilder.Properties<SessionConstraintId>().HaveConversion<IdConversions.OfSessionConstraint>();
        configurationBuilder.Properties<AcknowledgementId>().HaveConversion<IdConversions.OfAcknowledgement>();
        configurationBuilder.Properties<ProgrammeEditId>().HaveConversion<IdConversions.OfProgrammeEdit>();
        configurationBuilder.Properties<AccountId>().HaveConversion<IdConversions.OfAccount>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<IdConversions.OfInvitation>();
        configurationBuilder.Properties<ApiTokenId>().HaveConversion<IdConversions.OfApiToken>();
        configurationBuilder.Properties<MyAgendaId>().HaveConversion<IdConversions.OfMyAgenda>();
        configurationBuilder.Properties<SessionFileId>().HaveConversion<IdConversions.OfSessionFile>();
        configurationBuilder.Properties<SessionLinkId>().HaveConversion<IdConversions.OfSessionLink>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<TimeConversions.OfLocalDate>();
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<TimeConversions.OfLocalDateTime>().HavePrecision(0);
        configurationBuilder.Properties<Instant>().HaveConversion<TimeConversions.OfInstant>().HavePrecision(6);
        configurationBuilder.Properties<Offset>().HaveConversion<TimeConversions.OfOffset>();
    }
}
