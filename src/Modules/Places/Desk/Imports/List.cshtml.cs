using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>Lists that were brought, and the door for the next. A file is held in memory until it lies in its own folder: a form's parts never spill to a common one.</summary>
[Requires(PlacesPermissions.Import)]
[RequestSizeLimit(ImportBounds.MostBytes + Around), RequestFormLimits(MultipartBodyLengthLimit = ImportBounds.MostBytes + Around, MemoryBufferThreshold = (int)ImportBounds.MostBytes + Around)]
internal sealed class ListModel(Database db, Uploads uploads) : ConsolePage
{
    public const string Path = "/console/places/imports";
    private const int Around = 64 * 1024;

    public override string TitleKey => "places.desk.imports.title";

    [BindProperty] public string? Country { get; set; }
    [BindProperty(Name = "File")] public IFormFile? Brought { get; set; }

    public ImportFilter Filter { get; private set; } = null!;
    public IReadOnlyList<ImportLine> Jobs { get; private set; } = [];

    /// <summary>Why the file was not taken, in words.</summary>
    public string? Refusal { get; private set; }
    public bool IsDemonstration { get; private set; }

    private Reach Reach => Who.ReachFor(PlacesPermissions.Import);
    public bool WholeRegion => Reach.Everywhere;
    public IReadOnlyList<string> Countries => Reach.Everywhere ? RegionCountries.All : Reach.Countries;
    public static long MostMegabytes => ImportBounds.MostBytes >> 20;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new(Request);
        Jobs = await Filter.Table.Page(Filter.Of(db, Who), stop);
        IsDemonstration = await db.Set<Entries.Place>().AnyAsync(p => p.IsDemonstration, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var country = string.IsNullOrEmpty(Country) ? null : Country;
        if (country is null ? !Reach.Everywhere : !Countries.Contains(country)) Wrong["Country"] = "places.desk.imports.wrong_country";
        if (Brought is not { Length: > 0 }) Wrong["File"] = "places.desk.imports.no_file";
        else if (Brought.Length > ImportBounds.MostBytes) Wrong["File"] = "places.desk.imports.too_large";
        if (Wrong.Count > 0) return await Again(stop);

        var shown = Shorten(Brought!.FileName);
        try
        {
            await using var content = Brought.OpenReadStream();
            var (stored, kind) = await uploads.Take(content, shown, stop);
            var job = new ImportJob { By = Who.Id!.Value, Organisation = Who.Organisation, Country = country, FileName = shown, StoredAs = stored, Kind = kind, Size = Brought.Length, UploadedAt = Now };
            db.Add(job);
            await db.SaveChangesAsync(stop);
            return Redirect($"{Path}/{job.Id}/map");
        }
        catch (ImportRefused refused)
        {
            Refusal = W.Say($"places.import.refused.{refused.Key}", [.. refused.Values.Select(v => (v.Name, (object?)(v.Name is "file" or "folder" ? shown : v.Value)))]);
            return await Again(stop);
        }
    }

    private async Task<IActionResult> Again(CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Refused();
    }

    // Some browsers send the whole path of the sender's machine; none of it opens anything here.
    private static string Shorten(string name)
    {
        var last = string.Concat(name.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && c is not ('\u202A' or '\u202B' or '\u202C' or '\u202D' or '\u202E'))).Trim();
        return last.Length == 0 ? "?" : last.Length > 100 ? "…" + last[^99..] : last;
    }
}
