using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <param name="Row">Where it stands in the file.</param>
/// <param name="Name">Of the entry; empty where the row is of none of theirs.</param>
/// <param name="Keys">What became of it.</param>
internal sealed record UploadedRow(string Row, string Name, params IReadOnlyList<string> Keys);

/// <summary>A file with all entries of an organisation, read as the import desk reads one: rows that differ are asked of a steward, rows that do not are confirmed where it says so.</summary>
[Requires(PlacesPermissions.Propose)]
[RequestSizeLimit(MineSheet.MostBytes + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = MineSheet.MostBytes + Around, MemoryBufferThreshold = MineSheet.MostBytes + Around)]
internal sealed class UploadMineModel(Database db, Uploads uploads) : ConsolePage
{
    private const int Around = 64 * 1024;

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
        else if (await Read(Sent, stop) is not { } rows) Wrong["File"] = "places.mine.upload.unreadable";
        else await Take(rows, stop);
        if (Wrong.Count > 0) return Refused();
        await db.SaveChangesAsync(stop);
        return Page();
    }

    // A file of its own account only, gone before the answer leaves.
    private async Task<IReadOnlyList<SourceRecord>?> Read(IFormFile file, CancellationToken stop)
    {
        string? stored = null;
        try
        {
            await using var content = file.OpenReadStream();
            (stored, var kind) = await uploads.Take(content, "", stop);
            if (kind is not (FileKind.Csv or FileKind.Xlsx)) return null;
            var rows = ListFile.Sample(uploads.PathOf(stored), kind, MineSheet.MostRows + 1, stop);
            return rows.Count is 0 or > MineSheet.MostRows || rows.Any(r => r["id"] is null) ? null : rows;
        }
        catch (Exception e) when (e is ImportRefused or BrokenFile or System.Text.DecoderFallbackException)
        {
            return null;
        }
        finally
        {
            if (stored is not null) uploads.Remove(stored);
        }
    }

    private async Task Take(IReadOnlyList<SourceRecord> rows, CancellationToken stop)
    {
        var (said, sheet) = (new List<UploadedRow>(), new MineSheet(W));
        var ids = rows.Select(r => Guid.TryParse(r["id"], out var id) ? id : Guid.Empty).Distinct().ToList();
        var mine = await db.PlacesFor(Who, PlacesPermissions.Propose).Include(p => p.Organization).Where(p => ids.Contains(p.Id) && p.Status != PlaceStatus.Withdrawn).ToDictionaryAsync(p => p.Id, stop);
        foreach (var row in rows)
        {
            if (!Guid.TryParse(row["id"], out var id) || !mine.Remove(id, out var place))
            {
                said.Add(new(row.Row, "", "places.mine.upload.not_yours"));
                continue;
            }
            var read = sheet.Read(place, row);
            if (read.Wrong.Count > 0) said.Add(new(row.Row, place.Name, ["places.mine.upload.left_out", .. read.Wrong.Select(Reason)]));
            else if (await Propose.Change(db, place, read.Says, Who, Now, stop))
            {
                Proposed++;
                said.Add(new(row.Row, place.Name, ["places.mine.upload.proposed", .. read.Noted.Select(Reason)]));
            }
            else if (RestIsTrue && Who.Holds(PlacesPermissions.ConfirmOwn))
            {
                place.Assure(place.Organization?.Name ?? Assurers.PlaceItself, AssuranceMeans.Message, Now);
                Confirmed++;
            }
        }
        Rows = said;
    }

    private static string Reason(string found) => "places.import.reason." + found;
}
