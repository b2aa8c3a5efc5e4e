using Amparo.Contracts.Places;

namespace Amparo.Web.CommandLine;

internal sealed class Import : Verb, ITakesOptions
{
    public override string Name => "import";
    public override string Summary => "Takes a list of places in, with a report on every row.";
    public override string Help => """
        ./amparo import PATH [--profile NAME|FILE] [--list NAME] [--dry-run] [--approve] [--report FILE] [--data DIR]

        PATH is a file (CSV, XLSX, GeoJSON, KML, HSDS JSON) or the folder of a package (HSDS). Look first, then take it in:

          ./amparo import albergues.csv --dry-run
          ./amparo import albergues.csv --report hallazgos.csv

        --profile  How columns become our fields. Without it the file is looked at and the profile is guessed and named.
                   'plain' takes columns named as our fields: name, kind, country, latitude, longitude, phone, address,
                   hours, disclosure … A profile of your own is a small file: docs/import-profiles.md.
        --list     The list that this file is an issue of (default: what the profile says, else the file's name). The next
                   issue must have the same, or every entry comes in again.
        --dry-run  Reads, checks and reports; writes nothing.
        --approve  Only for profiles that name an official organisation and document: counts as both, and what is not
                   hidden is published. Without it new entries wait for two people.
        --report   Every finding as CSV: row, outcome, field, reason, value.

        Every row ends as accepted, changed, unchanged, quarantined or rejected. The same file twice changes nothing. Nothing
        is corrected by itself: a point outside its country is kept aside, with a proposal. A file that breaks half-way changes
        nothing. What a person has edited here since stays, and nothing is shown more openly than before. A hidden place goes to
        another organisation only when a second person has confirmed it in the console: its people would see where it is.
        Real lists do not go into a data folder with demonstration entries: name another with --data.
        """;

    public IReadOnlyList<string> Options => ["--profile", "--list", "--report"];
    public IReadOnlyList<string> Switches => ["--dry-run", "--approve"];

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        if (arguments.Plain is not [var path]) throw new AskedWrongly("import needs one PATH.");
        var request = new ImportRequest(path)
        {
            Profile = arguments["--profile"], List = arguments["--list"], DryRun = arguments.Has("--dry-run"), Approve = arguments.Has("--approve"), Report = arguments["--report"],
        };
        await using var services = Services(arguments);
        var words = services.GetRequiredService<Texts>().In(ImportWords.Language);
        try
        {
            var summary = await As(services, "places.import", scope => Run(scope, request, words, stop));
            ImportWords.Print(Console.Out, words, summary, request);
            return 0;
        }
        catch (ImportRefused refused)
        {
            throw new CannotDo(words.Say($"places.import.refused.{refused.Key}", [.. refused.Values.Select(v => (v.Name, (object?)v.Value))]));
        }
    }

    private static async Task<ImportSummary> Run(IServiceProvider scope, ImportRequest request, Words words, CancellationToken stop)
    {
        await MustBeReady(scope, stop);
        using var progress = new ImportProgressLine(Console.Error, words, scope.GetRequiredService<TimeProvider>());
        return await scope.GetRequiredService<IPlaceImport>().Run(request, progress, stop);
    }
}
