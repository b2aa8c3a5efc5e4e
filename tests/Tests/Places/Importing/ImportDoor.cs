using System.Text;
using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

/// <summary>A platform with a folder for the files that a test writes, and the one door through which lists come in.</summary>
public sealed class ImportDoor : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-import-").FullName;

    public Platform Platform { get; } = new();

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string File(string name, string text, Encoding? encoding = null)
    {
        System.IO.File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(false));
        return PathOf(name);
    }

    public Task<ImportSummary> Import(string path, string? profile = null, bool approve = false, bool dry = false, string? list = null, string? report = null, IProgress<ImportProgress>? progress = null, CancellationToken stop = default) =>
        Platform.In((_, services) => services.GetRequiredService<IPlaceImport>().Run(new(path) { Profile = profile, Approve = approve, DryRun = dry, List = list, Report = report }, progress, stop), "places.import");

    public Task<ImportSummary> ImportText(string csv, string? profile = null, bool approve = false) => Import(File("list.csv", csv), profile, approve, list: "list");

    internal Task<List<Place>> Places() => Platform.Read(db => db.Set<Place>().AsNoTracking().OrderBy(p => p.Name).ToListAsync());

    internal Task<List<ImportFinding>> Findings() => Platform.Read(db => db.Set<ImportFinding>().AsNoTracking().ToListAsync());

    internal async Task<Place> OnlyPlace() => Assert.Single(await Places());

    internal Task Edit(Action<Place> edit) => Platform.In(async (db, _) =>
    {
        edit(await db.Set<Place>().SingleAsync());
        return await db.SaveChangesAsync();
    }, "places.edit");

    public static int Count(ImportSummary summary, string reason) => summary.Reasons.FirstOrDefault(r => r.Reason == reason)?.Count ?? 0;

    public void Dispose()
    {
        Platform.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
