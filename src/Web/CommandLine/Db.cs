namespace Amparo.Web.CommandLine;

internal sealed class Db : Verb
{
    public override string Name => "db";
    public override string Summary => "Brings the database to this version: db migrate.";
    public override string Help => """
        ./amparo db migrate [--data DIR]

        Makes the database where there is none, and brings an older one to this version. It goes forwards only, under a lock,
        so that two servers that start at once do not harm each other. A database of a newer version is refused and untouched.
        Take a backup first (./amparo backup): a migration cannot be taken back.
        """;

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        if (arguments.Plain is not ["migrate"]) throw new AskedWrongly("db knows one word: migrate.");
        await using var services = Services(arguments);
        var done = await As(services, "kernel.migrate", scope => scope.GetRequiredService<Migrator>().Migrate(stop));
        Console.WriteLine(done.Count == 0 ? "The database is up to date." : $"Migrated: {string.Join(", ", done)}.");
        return 0;
    }
}
