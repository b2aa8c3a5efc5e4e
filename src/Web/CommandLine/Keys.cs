using Amparo.Publication;

namespace Amparo.Web.CommandLine;

internal sealed class Keys : Verb, ITakesOptions
{
    public override string Name => "keys";
    public override string Summary => "Makes, shows, renews and copies the keys that sign editions: keys init|show|rotate|backup.";
    public override string Help => """
        ./amparo keys init [--demonstration] [--passphrase-file FILE] [--data DIR]
        ./amparo keys show [--data DIR]
        ./amparo keys rotate [--passphrase-file FILE] [--data DIR]
        ./amparo keys backup FOLDER [--data DIR]

        Two keys lie in the data folder under keys/. The publishing key signs editions and lasts a year. The root key signs
        nothing but the certificate of the publishing key: readers' devices trust it for ever, so it belongs off this machine.

        init     makes both. --demonstration makes keys that sign invented data and nothing else; without it, real data only.
        show     prints the fingerprints and how long the publishing key lasts. It never prints a private key.
        rotate   makes a new publishing key, once a year or when the machine may have been in other hands. It needs the root key.
        backup   copies the root key, and the console's key, to FOLDER, such as a memory stick that is locked away.

        The root key is sealed with the passphrase in AMPARO_KEY_PASSPHRASE, or in the first line of --passphrase-file FILE.
        Who loses the root key must begin anew on every device; who loses the publishing key runs rotate.
        """;

    public IReadOnlyList<string> Options => ["--passphrase-file"];
    public IReadOnlyList<string> Switches => ["--demonstration"];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        await using var services = Services(arguments);
        var keys = services.GetRequiredService<KeyFolder>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        try
        {
            switch (arguments.Plain)
            {
                case ["init"]: Init(keys, arguments, now); break;
                case ["show"]: Show(keys.Show(), now); break;
                case ["rotate"]: keys.Rotate(Passphrase(arguments), now); Show(keys.Show(), now); break;
                case ["backup", var folder]: Backup(keys, folder); break;
                default: throw new AskedWrongly("keys knows four words: init, show, rotate, and backup with a folder.");
            }
            return 0;
        }
        catch (KeyRefused refused)
        {
            throw new CannotDo(refused.Message);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotDo("This account may not write there. The keys belong to the account that runs Amparo.");
        }
    }

    private static void Init(KeyFolder keys, Arguments arguments, DateTimeOffset now)
    {
        var passphrase = Passphrase(arguments);
        keys.Init(arguments.Has("--demonstration"), passphrase, now);
        Show(keys.Show(), now);
        if (!arguments.Has("--demonstration"))
            Console.WriteLine("Now copy the root key to a medium that is locked away (./amparo keys backup FOLDER) and take it off this machine.");
        if (passphrase is null && !arguments.Has("--demonstration"))
            Console.WriteLine("The root key has no passphrase: whoever copies the file can sign for you. Set AMPARO_KEY_PASSPHRASE before init to seal it.");
    }

    private static void Show(KeyReport report, DateTimeOffset now)
    {
        Console.WriteLine($"root        {report.Root}  ({(report.RootIsHere ? report.RootIsSealed ? "here, sealed" : "here, not sealed" : "not on this machine")})");
        Console.WriteLine($"publishing  {report.Publishing}  for {(report.IsDemonstration ? "demonstration" : "real")} data, from {report.NotBefore:yyyy-MM-dd} to {report.NotAfter:yyyy-MM-dd}");
        if (report.NotAfter <= now) Console.WriteLine("The publishing key is over. Run: ./amparo keys rotate");
        else if (report.NotAfter - now < KeyFolder.Warning) Console.WriteLine("The publishing key ends in less than 30 days. Run: ./amparo keys rotate");
    }

    private static void Backup(KeyFolder keys, string folder)
    {
        foreach (var file in keys.Backup(folder)) Console.WriteLine($"Copied to {file}");
        Console.WriteLine("""
            Check that the copy can be read on another machine. Then delete keys/root here, and lock the copy away in a place that
            burns or is raided apart from this one; a second copy elsewhere is wise. It is needed once a year, for ./amparo keys rotate.
            Leave keys/root.public: the server checks every edition against it. Leave keys/console too, once a server has made it:
            its copy is for a restore on another machine, where without it nobody's sign-in codes would open.
            """);
    }

    private static string? Passphrase(Arguments arguments)
    {
        if (arguments["--passphrase-file"] is not { } file) return Environment.GetEnvironmentVariable("AMPARO_KEY_PASSPHRASE") is { Length: > 0 } set ? set : null;
        if (!File.Exists(file)) throw new CannotDo($"There is no file {file} to read the passphrase from.");
        return File.ReadLines(file).FirstOrDefault() is { Length: > 0 } line ? line : throw new CannotDo($"The first line of {file} is empty: it must be the passphrase.");
    }
}
