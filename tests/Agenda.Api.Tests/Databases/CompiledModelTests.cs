using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Agenda.Api.Tests.Databases;

/// <summary>The compiled models say what the configurations say: EF would use a stale one without a word.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void The_compiled_model_for_SQLite_is_up_to_date()
    {
        using var db = new SqliteAgendaDbContext(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite("Data Source=:memory:").Options);
        ShouldBeUpToDate(db);
    }

    [Fact]
    public void The_compiled_model_for_SQL_Server_is_up_to_date()
    {
        using var db = new SqlServerAgendaDbContext(new DbContextOptionsBuilder<SqlServerAgendaDbContext>().UseSqlServer("Server=none").Options);
        ShouldBeUpToDate(db);
    }

    private static void ShouldBeUpToDate(AgendaDbContext db)
    {
        db.Model.GetType().Namespace.ShouldEndWith(".Model", Case.Sensitive, "the compiled model is not used");
        var configured = Describe(db.GetService<IDesignTimeModel>().Model);

        configured.Count.ShouldBeGreaterThan(50);
        Describe(db.Model).ShouldBe(configured, "dotnet ef dbcontext optimize, see CONTRIBUTING.md");
    }

    private static List<string> Describe(IModel model) =>
    [
        .. model.GetEntityTypes().OrderBy(e => e.Name, StringComparer.Ordinal).SelectMany(entity => (IEnumerable<string>)[
            $"{entity.Name} in {entity.GetTableName()} as {entity.GetContainerColumnName()}",
            .. entity.GetProperties().Select(p =>
                $"{entity.Name}.{p.Name} {p.GetColumnName()} {p.ClrType.Name} null:{p.IsNullable} max:{p.GetMaxLength()} precision:{p.GetPrecision()} token:{p.IsConcurrencyToken} "
                + $"generated:{p.ValueGenerated} converter:{(p.GetTypeMapping().Converter ?? p.GetValueConverter())?.GetType().Name} type:{p.GetTypeMapping().ClrType.Name}"),
            .. entity.GetKeys().Select(k => $"{entity.Name} key {Names(k.Properties)} primary:{k.IsPrimaryKey()}"),
            .. entity.GetIndexes().Select(i => $"{entity.Name} index {Names(i.Properties)} unique:{i.IsUnique}").Order(StringComparer.Ordinal),
            .. entity.GetForeignKeys().Select(f => $"{entity.Name} to {f.PrincipalEntityType.Name} by {Names(f.Properties)} {f.DeleteBehavior} required:{f.IsRequired} owned:{f.IsOwnership}").Order(StringComparer.Ordinal),
            .. entity.GetNavigations().Select(n => $"{entity.Name} shows {n.Name} field:{n.FieldInfo?.Name} access:{n.GetPropertyAccessMode()}").Order(StringComparer.Ordinal),
        ]),
    ];

    private static string Names(IEnumerable<IProperty> properties) => string.Join('+', properties.Select(p => p.Name));
}
