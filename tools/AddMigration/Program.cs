// Adds one migration to both engines:  dotnet run --project tools/AddMigration -- Referrals
using Amparo.Web;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var name])
{
    Console.Error.WriteLine("Give the migration a name that says what changed:  dotnet run --project tools/AddMigration -- Referrals");
    return 2;
}
foreach (var (engine, provider) in new[] { (Engine.From("sqlite", "."), "Sqlite"), (Engine.From("Host=none", "."), "Postgres") })
{
    using var services = new ServiceCollection().AddLogging().AddOptions().AddKernel(engine, new(".")).AddModules().BuildServiceProvider();
    using var scope = services.CreateScope();
    using var db = scope.ServiceProvider.GetRequiredService<Database>();
    var design = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    var assembly = System.Reflection.Assembly.Load(db.Database.ProviderName!);
    var attribute = assembly.GetCustomAttributes(typeof(DesignTimeProviderServicesAttribute), false).Cast<DesignTimeProviderServicesAttribute>().Single();
    ((IDesignTimeServices)Activator.CreateInstance(assembly.GetType(attribute.TypeName)!)!).ConfigureDesignTimeServices(design);
    var scaffolder = design.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, $"Amparo.Migrations.{provider}", subNamespace: "", language: "C#");
    var folder = Path.GetFullPath($"src/Migrations.{provider}");
    Console.WriteLine($"{provider}: {Path.GetFileName(scaffolder.Save(folder, migration, folder, false).MigrationFile)}");
}
return 0;
