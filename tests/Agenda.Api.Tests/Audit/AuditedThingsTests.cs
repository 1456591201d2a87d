using Agenda.Api.Tests.Contract;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Agenda.Api.Tests.Audit;

/// <summary>Nothing that is stored gets into the trace, or stays out of it, unless somebody said so.</summary>
public sealed class AuditedThingsTests
{
    /// <summary>What is told although no request sets it: what chairs note, and that somebody was erased.</summary>
    private static readonly string[] NotInRequests = ["notes", "erasedAt"];

    private static readonly (string Kind, string Request)[] Requests =
    [
        (AuditKinds.Conference, "ConferenceRequest"), (AuditKinds.Building, "BuildingRequest"), (AuditKinds.Room, "RoomRequest"), (AuditKinds.Track, "TrackRequest"),
        (AuditKinds.SessionType, "SessionTypeRequest"), (AuditKinds.Person, "PersonRequest"), (AuditKinds.Session, "SessionRequest"),
        (AuditKinds.SessionLink, "LinkRequest"),
    ];

    private static List<IEntityType> Stored
    {
        get
        {
            using var db = new SqliteAgendaDbContext(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite("Data Source=:memory:").Options);
            return [.. db.Model.GetEntityTypes()];
        }
    }

    [Fact]
    public void Every_table_is_told_or_left_out_by_name() =>
        Stored.Select(e => e.ClrType).Distinct().ShouldBe([.. AuditedThings.All.Keys, .. AuditedThings.Parts.Keys, .. AuditedThings.LeftOut], ignoreOrder: true);

    [Fact]
    public void Every_column_is_told_or_left_out_by_name()
    {
        var stored = Stored.Where(e => !AuditedThings.LeftOut.Contains(e.ClrType))
            .SelectMany(e => e.GetProperties().Select(p => $"{e.ClrType.Name}.{p.Name}")).Distinct().ToList();
        var things = AuditedThings.All.Values.SelectMany(t => t.Fields.Select(f => f.Property).Concat(t.LeftOut).Select(name => $"{t.Type.Name}.{name}"));
        var parts = AuditedThings.Parts.SelectMany(p => p.Value.Told.Concat(p.Value.LeftOut).Select(name => $"{p.Key.Name}.{name}"));

        stored.Count.ShouldBeGreaterThan(80);
        stored.ShouldBe(things.Concat(parts), ignoreOrder: true);
    }

    [Fact]
    public void Fields_are_called_as_in_the_requests_that_set_them()
    {
        foreach (var (kind, request) in Requests)
        {
            var schema = ContractOperations.Document["components"]!["schemas"]![request]!["properties"]!.AsObject().Select(p => p.Key).ToList();
            AuditedThings.All.Values.Single(t => t.Kind == kind).Fields.Select(f => f.Name).Where(name => !name.StartsWith("placement.", StringComparison.Ordinal))
                .Select(name => name.Split('.')[0]).Except(NotInRequests).Except(schema).ShouldBeEmpty(kind);
        }
    }

    [Fact]
    public void What_is_secret_by_its_name_is_never_told()
    {
        string[] words = ["Hash", "Stamp", "Secret", "Key", "Xml", "Document", "RecoveryCodes", "TimeStep"];

        var told = AuditedThings.All.Values.SelectMany(t => t.Fields.Where(f => !f.IsSecret).Select(f => f.Property)).Concat(AuditedThings.Parts.Values.SelectMany(p => p.Told));

        told.Where(name => words.Any(word => name.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}
