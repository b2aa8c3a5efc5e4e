using Amparo.Web.Backups;

namespace Amparo.Web.CommandLine;

internal sealed class Restore : Verb
{
    public override string Name => "restore";
    public override string Summary => "Brings a backup back into an empty data folder.";
    public override string Help => """
        ./amparo restore FOLDER --data DIR

        FOLDER is a backup; DIR must be empty or absent (and the PostgreSQL database, where the setting names one, without a
        table): a restore never writes over anything. The restored copy serves the same edition at once. To publish again bring
        the root key back into DIR/keys and run ./amparo keys rotate.
        """;

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        if (arguments.Plain is not [var folder]) throw new AskedWrongly("restore needs the folder of the backup.");
        var manifest = BackupManifest.Read(folder);
        if (manifest.Wrong(folder).ToList() is { Count: > 0 } wrong) throw new CannotDo($"The backup is damaged and nothing was restored: {string.Join(' ', wrong.Take(3))} Take an older one.");

        await using var services = Services(arguments);
        var engine = services.GetRequiredService<Engine>();
        var data = services.GetRequiredService<DataFolder>();
        if (engine.IsPostgres != manifest.IsPostgres) throw new CannotDo($"The backup is of {(manifest.IsPostgres ? "PostgreSQL" : "SQLite")}, and the setting Amparo:Database names the other engine.");
        if (Directory.Exists(data.Path) && Directory.EnumerateFileSystemEntries(data.Path).Any()) throw new CannotDo($"{data.Path} is not empty. Name another folder with --data.");

        Console.Error.WriteLine("Restoring the database …");
        await DatabaseCopy.PutBack(engine, folder, stop);
        Console.Error.WriteLine("Restoring the editions …");
        EditionCopy.PutBack(folder, data, stop);
        Console.WriteLine($"Restored the backup of {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC into {data.Path}. Now: ./amparo check --data {data.Path}");
        return 0;
    }
}
