using Amparo.Contracts.Places;
using Microsoft.Extensions.Logging;

namespace Amparo.Places.Importing;

/// <summary>Takes a list in: reads it through once, then again in batches, each row with one outcome.</summary>
internal sealed class Importer(Database db, IGeography geography, Gazetteer gazetteer, TimeProvider clock, ILogger<Importer> log) : IPlaceImport
{
    public const int BatchSize = 500;
    private const long MostCharacters = 1 << 20;

    public IReadOnlyList<string> Profiles => ListProfile.Shipped;

    public Task<ImportSummary> Run(ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken stop) => Run(request, null, progress, stop);

    /// <param name="bounds">What holds for a list that was brought to the desk; null for whoever runs the server.</param>
    public async Task<ImportSummary> Run(ImportRequest request, ImportBounds? bounds, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var list = ListFile.Open(request, gazetteer, bounds?.Profile);
        try
        {
            // Nothing is written before the file was read to its end.
            var rows = list.Source.ReadThrough(n => progress?.Report(new(Checking: true, n, null)), stop);
            if (bounds is not null && rows > ImportBounds.MostRows) throw new ImportRefused("too_many_rows", ("row", $"{rows}"), ("file", bounds.FileName));
            return list.Profile.Format == Formats.Gazetteer ? GazetteerComparison.Of(list, gazetteer, request, stop) : await Import(request, list, bounds, rows, progress, stop);
        }
        catch (BrokenFile broken)
        {
            throw new ImportRefused(broken.Key, ("row", broken.At), ("file", Path.GetFileName(request.Path)));
        }
    }

    private async Task<ImportSummary> Import(ImportRequest request, ListFile list, ImportBounds? bounds, long rows, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var demonstration = bounds?.Demonstration ?? list.Profile.Demonstration;
        var existing = await ExistingEntries.Load(db, list.Name, demonstration, bounds, stop);
        list.RefuseIfChanged();
        using var report = new RunReport(request.Report, clock.GetUtcNow());
        // Only a list that names who answers for it may be approved by its file; of any other the entries queue, and the report says so.
        var official = request.Approve ? list.Profile.Official : null;
        var run = new ImportRun
        {
            Id = bounds?.RunId ?? Guid.CreateVersion7(), Of = rows, BeatAt = clock.GetUtcNow(),
            List = list.Name, Profile = list.Profile.Name, FileName = bounds?.FileName ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(request.Path)), FileHash = list.Hash(stop), StartedAt = clock.GetUtcNow(),
            Approved = official is not null, ApprovedAs = official is null ? null : $"{official.Organisation}; {official.Document}",
        };
        var storing = new Storing(db, run, existing, report, clock, request.DryRun, bounds, log);
        await storing.Begin(stop);
        try
        {
            var deciding = new Deciding(existing, list.Name, run, demonstration, bounds, clock.GetUtcNow());
            var checker = new Checker(geography);
            foreach (var batch in Batches(list.Source.Drafts(stop)))
            {
                foreach (var draft in batch) checker.Check(draft);
                await storing.Store(deciding.Decide(batch), stop);
                progress?.Report(new(Checking: false, report.Rows, rows));
            }
            await storing.SayLeft(list.Source.Left, stop);
        }
        finally
        {
            // A cancelled run says how far it came: what was stored stays, and the same file again goes on from there.
            await storing.End(CancellationToken.None);
        }
        return report.Summary(run, list, request.DryRun);
    }

    // Rows of long texts make small batches: memory must not follow what somebody pasted into a cell.
    private static IEnumerable<IReadOnlyList<Draft>> Batches(IEnumerable<Draft> drafts)
    {
        var (batch, characters) = (new List<Draft>(), 0L);
        foreach (var draft in drafts)
        {
            batch.Add(draft);
            characters += draft.Source.Values.Sum(v => (long)v.Length);
            if (batch.Count < BatchSize && characters < MostCharacters) continue;
            yield return batch;
            (batch, characters) = ([], 0);
        }
        if (batch.Count > 0) yield return batch;
    }
}
