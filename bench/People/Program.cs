using System.Globalization;
using Amparo.Bench;
using Amparo.Protection.People.Matching;

// Finding one person's records among FEBRL's: fields, thresholds and where misses come from.   dotnet Amparo.Bench.dll FOLDER
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var (title, withOrigin) in new[] { ("names and birth date", false), ("names, birth date and town", true) })
{
    // Chosen on the third, which has most copies, by names, date and town; told on all. The best of each is told beside it.
    var least = Match.PossibleFrom;
    foreach (var set in new[] { 1, 2, 3 })
    {
        var run = Linkage.Of(Path.Combine(args[0], $"dataset{set}.csv"), withOrigin);
        Console.WriteLine($"{title}\tfebrl{set}\t{run.Told(least)}\tbest at {run.Best():0.00}");
        if (args.Contains("--estimate") && withOrigin) foreach (var (finding, inOne, inTwo) in run.Estimated()) Console.WriteLine($"  {finding}\t{inOne:0.00000}\t{inTwo:0.000000}");
        if (args.Contains("--misses")) foreach (var miss in run.Misses(least)) Console.WriteLine("  " + miss);
    }
}
