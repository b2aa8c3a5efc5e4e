using Amparo.Publication;

namespace Amparo.Web.CommandLine;

internal sealed class Verify : Verb, ITakesOptions
{
    public override string Name => "verify";
    public override string Summary => "Checks that an edition is whole and was signed here.";
    public override string Help => """
        ./amparo verify [--edition N] [--data DIR]

        Recomputes everything that an edition claims: the root's signature on the certificate, the certificate's time and kind,
        the signature on the envelope, the content root, and the hash, length and records of every file. Without --edition it
        checks the one that readers see. It says in words what is wrong, and ends with 1 where anything is.
        Run it after a restore, a copy or a broken disk. To mend: ./amparo publish --full
        """;

    public IReadOnlyList<string> Options => ["--edition"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        await using var services = Services(arguments);
        var version = arguments["--edition"] is null
            ? services.GetRequiredService<EditionStore>().CurrentVersion() ?? throw new CannotDo("Nothing was published in this data folder. Run: ./amparo publish")
            : arguments.Number("--edition", 0, 1, int.MaxValue);
        var wrong = services.GetRequiredService<EditionLoader>().Verify(version);
        if (wrong.Count == 0)
        {
            Console.WriteLine($"Edition {version} is whole: signature, certificate and every file are as they were published.");
            return 0;
        }
        foreach (var sentence in wrong.Take(20)) Console.Error.WriteLine(sentence);
        if (wrong.Count > 20) Console.Error.WriteLine($"… and {wrong.Count - 20} more.");
        Console.Error.WriteLine($"Edition {version} must not be trusted. To write it anew from the database: ./amparo publish --full");
        return 1;
    }
}
