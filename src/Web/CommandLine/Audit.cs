namespace Amparo.Web.CommandLine;

internal sealed class Audit : Verb, ITakesOptions
{
    public override string Name => "audit";
    public override string Summary => "Checks that the audit is the one that was written: audit verify|checkpoint.";
    public override string Help => """
        ./amparo audit verify [--against FILE] [--data DIR]
        ./amparo audit checkpoint [--data DIR]

        Everything that is done here is recorded, and each record is chained to the one before. Nobody can change, take away or
        put in a record without breaking what follows, and every five minutes all of it is signed.

        verify      reads every record and says whether all of it is as it was written; else it names the first record that is
                    not, and ends with 1. It also compares with the signed notes that the kept editions carry, and with FILE.
        checkpoint  signs all there is now and prints the note: five lines. Keep it elsewhere, with a partner or on paper, and
                    give it to verify --against later: a database that was put back or written anew cannot fit it.

        What was done in the last second is not chained yet, and what was done in the last five minutes is not signed yet.
        """;

    public IReadOnlyList<string> Options => ["--against"];
    public IReadOnlyList<string> Switches => [];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        await using var services = Services(arguments);
        return arguments.Plain switch
        {
            ["verify"] => await Verify(services, arguments["--against"], stop),
            ["checkpoint"] => await Checkpoint(services, stop),
            _ => throw new AskedWrongly("audit knows two words: verify and checkpoint."),
        };
    }

    /// <summary>Chains and signs everything that was committed; the newest note, or null where nothing was ever recorded.</summary>
    public static async Task<AuditCheckpoint?> SealAndSign(AuditSealer sealer, CancellationToken stop)
    {
        while (await sealer.Seal(stop) > 0) { }
        await sealer.Sign(stop);
        return await sealer.Newest(stop);
    }

    private static async Task<int> Checkpoint(IServiceProvider services, CancellationToken stop)
    {
        var newest = await As(services, "kernel.audit", async scope =>
        {
            await MustBeReady(scope, stop);
            return await SealAndSign(scope.GetRequiredService<AuditSealer>(), stop);
        });
        Console.Write(newest?.Note ?? throw new CannotDo("Nothing was recorded yet, so there is nothing to sign."));
        return 0;
    }

    private static async Task<int> Verify(IServiceProvider services, string? against, CancellationToken stop)
    {
        if (against is not null && !File.Exists(against)) throw new CannotDo($"There is no file {against} with a checkpoint in it.");
        var hashes = services.GetRequiredService<IAuditWitness>().Hashes();
        var progress = new Progress<long>(rows => Console.Error.Write($"\r{rows:N0} records …"));
        var found = await As(services, "kernel.audit", async scope =>
        {
            await MustBeReady(scope, stop);
            return await scope.GetRequiredService<AuditVerifier>().Verify(against is null ? [] : [File.ReadAllText(against)], hashes, stop, progress);
        });
        if (found.Sealed >= 50_000) Console.Error.WriteLine();
        if (found.Wrong is null)
        {
            Console.WriteLine($"{found.Sealed:N0} records are as they were written, and agree with {found.Checkpoints:N0} signed notes{(hashes.Count > 0 ? $" and with {hashes.Count:N0} that editions carry" : "")}.");
            if (found.Waiting > 0) Console.WriteLine($"{found.Waiting:N0} more wait to be chained; each is as it was written. Run ./amparo audit checkpoint to chain and sign them.");
            return 0;
        }
        Console.Error.WriteLine(found.Wrong);
        Console.Error.WriteLine("Keep this machine and its database as they are, and compare with a backup and with a checkpoint that was kept elsewhere: ./amparo audit verify --against FILE");
        return 1;
    }
}
