using Amparo.Publication;
using Amparo.Web.Backups;

namespace Amparo.Web.CommandLine;

internal sealed class Check : Verb, ITakesOptions
{
    public override string Name => "check";
    public override string Summary => "Looks whether an installation, or a backup of it, is whole.";
    public override string Help => """
        ./amparo check [--data DIR]
        ./amparo check --backup FOLDER

        Looks at the database (reachable, migrated, whole), the settings that protect it, the keys and the current edition, and
        says of each whether it is well. With --backup it looks at every file's hash and, on SQLite, restores the copy into a
        scratch folder and checks that too. Ends with 1 where anything is wrong.
        """;

    public IReadOnlyList<string> Options => ["--backup"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        if (arguments["--backup"] is { } backup) return Say(await OfBackup(backup, stop));
        await using var services = Services(arguments);
        return Say(await OfInstallation(services, stop));
    }

    private static async Task<List<(string What, string? Wrong)>> OfInstallation(IServiceProvider services, CancellationToken stop)
    {
        var engine = services.GetRequiredService<Engine>();
        var ready = engine.File is { } missing && !File.Exists(missing) ? $"There is no database at {missing}. Run: ./amparo db migrate"
            : await As(services, "kernel.check", scope => scope.GetRequiredService<Migrator>().Ready(stop));
        var found = new List<(string, string?)> { ("database", ready) };
        if (ready is null && engine.File is { } file) found.Add(("database file", First(DatabaseCopy.Wrong(file))));
        found.Add(("keys", services.GetRequiredService<KeyFolder>().Exists ? null : "There is no publishing key: this copy can serve and cannot publish. Run ./amparo keys init in a new installation; in a restored one bring the root key back and run ./amparo keys rotate."));
        found.Add(("edition", OfEdition(services)));
        return found;
    }

    private static string? OfEdition(IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<EditionStore>().CurrentVersion() is not { } version ? "Nothing was published. Run: ./amparo publish"
                : First(services.GetRequiredService<EditionLoader>().Verify(version));
        }
        catch (Exception e) when (e is EditionDamaged or KeyRefused)
        {
            return e.Message;
        }
    }

    private static async Task<List<(string, string?)>> OfBackup(string folder, CancellationToken stop)
    {
        var manifest = BackupManifest.Read(folder);
        var found = new List<(string, string?)> { ("files", First(manifest.Wrong(folder))) };
        if (found[0].Item2 is not null || manifest.IsPostgres) return found;
        var scratch = Directory.CreateTempSubdirectory("amparo-check-").FullName;
        try
        {
            var target = Path.Combine(scratch, "data");
            var arguments = new Arguments([folder, "--data", target], new HashSet<string> { "--data" }, new HashSet<string>());
            await new Restore().Run(arguments, stop);
            await using var services = Services(arguments);
            // A backup holds no private key on purpose: that is not a fault of it.
            found.AddRange((await OfInstallation(services, stop)).Where(f => f.What != "keys"));
            return found;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string? First(IEnumerable<string> wrong) => wrong.Take(4).ToList() is { Count: > 0 } some ? string.Join(' ', some) : null;

    private static int Say(List<(string What, string? Wrong)> found)
    {
        foreach (var (what, wrong) in found) Console.WriteLine($"{what,-14} {wrong ?? "well"}");
        return found.TrueForAll(f => f.Wrong is null) ? 0 : 1;
    }
}
