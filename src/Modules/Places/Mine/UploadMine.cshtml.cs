using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <param name="Row">Where it stands in the file.</param>
/// <param name="Name">Of the entry; empty where the row is of none of theirs.</param>
/// <param name="Key">What became of it.</param>
internal sealed record UploadedRow(string Row, string Name, string Key);

/// <summary>A file with all entries of an organisation: rows that differ are asked of a steward, rows that do not are confirmed where it says so.</summary>
[Requires(PlacesPermissions.Propose)]
[RequestSizeLimit(MineSheet.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MineSheet.MostBytes, MemoryBufferThreshold = MineSheet.MostBytes)]
internal sealed class UploadMineModel(Database db, DataFolder data) : ConsolePage
{
    public override string TitleKey => "places.mine.upload.title";

    [BindProperty(Name = "File")] public IFormFile? Sent { get; set; }

    /// <summary>What does not differ is true.</summary>
    [BindProperty] public bool RestIsTrue { get; set; }

    public IReadOnlyList<UploadedRow> Rows { get; private set; } = [];
    public int Proposed { get; private set; }
    public int Confirmed { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Sent is not { Length: > 0 and <= MineSheet.MostBytes }) Wrong["File"] = "places.mine.upload.no_file";
        else if (!await Read(Sent, stop)) Wrong["File"] = "places.mine.upload.unreadable";
        if (Wrong.Count > 0) return Refused();
        await db.SaveChangesAsync(stop);
        return Page();
    }

    private async Task<bool> Read(IFormFile file, CancellationToken stop)
    {
        // A file of its own account only, gone before the answer leaves.
        var path = Path.Combine(data.Path, "uploads", $"{Guid.CreateVersion7():N}.csv");
        PrivateFiles.MakeFolder(Path.GetDirectoryName(path)!);
        try
        {
            using (var bytes = new MemoryStream())
            {
                await file.CopyToAsync(bytes, stop);
                PrivateFiles.Write(path, bytes.ToArray());
            }
            var rows = new CsvReading(path).Read(stop).Take(MineSheet.MostRows + 1).ToList();
            if (rows.Count is 0 or > MineSheet.MostRows || rows.Exists(r => r["id"] is null)) return false;
            await Take(rows, stop);
            return true;
        }
        catch (Exception e) when (e is BrokenFile or System.Text.DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task Take(List<SourceRecord> rows, CancellationToken stop)
    {
        var said = new List<UploadedRow>();
        var ids = rows.Select(r => Guid.TryParse(r["id"], out var id) ? id : Guid.Empty).Distinct().ToList();
        var mine = await db.PlacesFor(Who, PlacesPermissions.Propose).Include(p => p.Organization).Where(p => ids.Contains(p.Id) && p.Status != PlaceStatus.Withdrawn).ToDictionaryAsync(p => p.Id, stop);
        foreach (var row in rows)
        {
            if (!Guid.TryParse(row["id"], out var id) || !mine.Remove(id, out var place)) said.Add(new(row.Row, "", "not_yours"));
            else if (MineSheet.Read(place, row, out var wrong) is var after && wrong is not null) said.Add(new(row.Row, place.Name, wrong));
            else if (await Propose.Change(db, place, after, Who, Now, stop))
            {
                Proposed++;
                said.Add(new(row.Row, place.Name, "proposed"));
            }
            else if (RestIsTrue && Who.Holds(PlacesPermissions.ConfirmOwn))
            {
                place.Assure(place.Organization?.Name ?? Assurers.PlaceItself, AssuranceMeans.Message, Now);
                Confirmed++;
            }
        }
        Rows = said;
    }
}
