using Amparo.Publication;
using Amparo.Web.Backups;

namespace Amparo.Web.CommandLine;

internal sealed class Backup : Verb
{
    public override string Name => "backup";
    public override string Summary => "Copies the whole installation while it runs.";
    public override string Help => """
        ./amparo backup FOLDER [--data DIR]

        Makes FOLDER, which must not exist, and copies into it the database as of one instant, the editions, and the public
        keys, with a hash of every file. The server may go on. Everything confidential is in it: keep it encrypted, elsewhere,
        and try it: ./amparo check --backup FOLDER restores it into a scratch folder and looks at everything.
        Private keys are not in it (see ./amparo keys backup): whoever steals a backup must not be able to sign an edition.
        """;

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        if (arguments.Plain is not [var folder]) throw new AskedWrongly("backup needs the folder that it shall make.");
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(folder) || File.Exists(folder)) throw new CannotDo($"{folder} exists already. Name a folder that does not: a backup never writes over another.");
        await using var services = Services(arguments);
        var engine = services.GetRequiredService<Engine>();
        var store = services.GetRequiredService<EditionStore>();
        if (engine.File is { } file && !File.Exists(file)) throw new CannotDo($"There is no database at {file}. Name the data folder with --data DIR; a new one begins with ./amparo db migrate.");

        var unfinished = folder + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        DataFolder.Make(unfinished);
        // What is signed can be proved by the copy; the key that authenticates what is not yet signed stays here.
        await As(services, "kernel.backup", scope => Audit.SealAndSign(scope.GetRequiredService<AuditSealer>(), stop));
        Console.Error.WriteLine("Copying the database …");
        await DatabaseCopy.Take(engine, unfinished, stop);
        Console.Error.WriteLine("Copying the editions …");
        await EditionCopy.Take(store, services.GetRequiredService<DataFolder>(), unfinished, stop);
        var manifest = BackupManifest.Of(unfinished, services.GetRequiredService<TimeProvider>().GetUtcNow(), engine.IsPostgres, store.CurrentVersion());
        manifest.Write(unfinished);
        Directory.Move(unfinished, folder);
        Console.WriteLine($"Backed up {manifest.Files.Count} files, {manifest.Files.Sum(f => f.Size) / 1024:N0} KB, to {folder}. Now try it: ./amparo check --backup {folder}");
        return 0;
    }
}
