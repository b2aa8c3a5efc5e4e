using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Amparo.Publication;

namespace Amparo.Web.CommandLine;

internal sealed class Publish : Verb, ITakesOptions
{
    public override string Name => "publish";
    public override string Summary => "Builds and signs the edition that readers see.";
    public override string Help => """
        ./amparo publish [--full] [--data DIR]

        Takes every entry that is approved, public and unexpired, and makes of them an edition: files named by what they hold and
        a signed envelope. Readers see it at once, also those of a server that is running; that server does the same by itself
        within seconds of every change, so you need this verb only without a server, or to see what it says.
        Only what changed since the last edition is read; --full reads everything. Where the content is the same, no edition is
        made. If it fails, or is stopped, the last edition stays as it is.
        The keys must exist (./amparo keys init), and demonstration and real entries never come into one edition.
        """;

    public IReadOnlyList<string> Options => [];
    public IReadOnlyList<string> Switches => ["--full"];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        await using var services = Services(arguments);
        var store = services.GetRequiredService<EditionStore>();
        using var publishing = await Alone(store, stop);
        var watch = Stopwatch.StartNew();
        try
        {
            var built = await services.GetRequiredService<EditionBuilder>().Build(arguments.Has("--full"), new EveryTwoSeconds(), stop: stop);
            store.Sweep(services.GetRequiredService<TimeProvider>().GetUtcNow());
            Say(built, watch.Elapsed, services.GetRequiredService<TimeProvider>().GetUtcNow());
            return 0;
        }
        catch (Exception e) when (e is MixedEdition or KeyRefused or PartBroken)
        {
            throw new CannotDo("Nothing was published. " + e.Message);
        }
        catch (DbException e)
        {
            throw new CannotDo($"Nothing was published: the database could not be read ({e.GetType().Name}). Run ./amparo db migrate, and check that the database runs.");
        }
    }

    private static void Say(BuildResult built, TimeSpan took, DateTimeOffset now)
    {
        var edition = built.Envelope;
        Console.WriteLine(built.IsNew ? $"Published edition {edition.Version}." : $"Nothing changed: edition {edition.Version} stays.");
        Console.WriteLine($"  content root  {edition.ContentRoot}");
        foreach (var (part, count) in edition.Counts.OrderBy(c => c.Key, StringComparer.Ordinal)) Console.WriteLine($"  {part,-12}  {count.ToString("N0", CultureInfo.InvariantCulture)}");
        Console.WriteLine($"  {(edition.IsDemonstration ? "demonstration data" : "real data")}, valid until {edition.ExpiresAt:yyyy-MM-dd}");
        Console.WriteLine($"  {built.Shards} shards read in {took.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s");
        if (built.KeyEndsAt - now < KeyFolder.Warning) Console.WriteLine($"The publishing key ends on {built.KeyEndsAt:yyyy-MM-dd}. Bring the root key and run: ./amparo keys rotate");
    }

    private static async Task<IDisposable> Alone(EditionStore store, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            if (store.TryLock() is { } alone) return alone;
            if (tries == 0) Console.WriteLine("Another process is publishing in this data folder; waiting for it.");
            if (tries == 600) throw new CannotDo("Another process has been publishing in this data folder for a minute. Nothing was changed; try again when it has ended.");
            await Task.Delay(100, stop);
        }
    }

    private sealed class EveryTwoSeconds : IProgress<BuildProgress>
    {
        private readonly Stopwatch _since = Stopwatch.StartNew();

        public void Report(BuildProgress value)
        {
            if (_since.Elapsed.TotalSeconds < 2) return;
            _since.Restart();
            Console.WriteLine($"  {value.Portion.ToString("P0", CultureInfo.InvariantCulture)}: {value.Done.ToString("N0", CultureInfo.InvariantCulture)} records");
        }
    }
}
