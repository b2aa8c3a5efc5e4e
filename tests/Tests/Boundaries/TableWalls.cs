using Microsoft.EntityFrameworkCore.Metadata;

namespace Amparo.Tests.Boundaries;

public sealed class TableWalls
{
    private static readonly IReadOnlyList<Module> Modules = TestServices.Modules();

    [Fact]
    public void Every_table_carries_the_name_of_its_module_and_no_foreign_key_crosses()
    {
        using var services = TestServices.Over(Engine.From("Host=none", "."), ".");
        using var scope = services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<Database>().Model.GetEntityTypes().ToList();
        Assert.NotEmpty(entities);
        Assert.All(entities, entity => Assert.StartsWith(Owner(entity) + "_", entity.GetTableName()));
        Assert.All(entities.SelectMany(e => e.GetForeignKeys()), key => Assert.Equal(Owner(key.DeclaringEntityType), Owner(key.PrincipalEntityType)));
    }

    [Fact]
    public void The_database_has_no_sets_of_its_own() =>
        Assert.DoesNotContain(typeof(Database).GetProperties(), p => p.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal));

    [Fact]
    public void Every_public_view_carries_the_name_of_its_module_and_names_its_columns() =>
        Assert.All(Modules.SelectMany(m => m.Views.Select(v => (m, v))), pair =>
        {
            Assert.StartsWith(pair.m.Name + "_public_", pair.v.Name);
            Assert.DoesNotContain("*", pair.v.Query);
        });

    private static string Owner(IReadOnlyEntityType entity) => Modules.SingleOrDefault(m => m.Assembly == entity.ClrType.Assembly)?.Name ?? "kernel";
}
