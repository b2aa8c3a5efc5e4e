using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>Many entries of one import at once, each by the same rule as one alone: two organisations, or one and a document.</summary>
[Requires(PlacesPermissions.ApproveMany)]
internal sealed class ApproveModel(Database db) : ImportPage(db, PlacesPermissions.ApproveMany)
{
    public const int AtOnce = 500;

    public override string TitleKey => "places.desk.imports.approve.title";

    [BindProperty] public string? Document { get; set; }

    /// <summary>Each an entry and the version of it that was seen: <c>ID.VERSION</c>.</summary>
    [BindProperty] public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<Place> Places { get; private set; } = [];
    public bool IsPost => HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        await LoadPlaces(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadJob(stop)) return NotFound();
        await LoadPlaces(stop);
        if (Chosen.Count == 0) Wrong["Chosen"] = "places.desk.imports.approve.choose";
        if (Document?.Length > VerificationTable.LongestDocument) Wrong["Document"] = "places.approve.document_too_long";
        if (Wrong.Count > 0) return Refused();

        var (approved, noted, left) = (0, 0, 0);
        foreach (var place in Chosen.Distinct().Select(c => Places.FirstOrDefault(p => Mark(p) == c)))
        {
            try
            {
                // What somebody changed since it was shown here is not approved unseen.
                if (place is null)
                {
                    left++;
                    continue;
                }
                if (place.Verify(Who.Id!.Value, Who.Organisation, Document, Now)) approved++;
                else noted++;
                // One record for each: the history of an entry says who let it be seen.
                Db.Record(PlacesPermissions.ApproveMany, "places_place", place.Id, outcome: AuditOutcomes.Done);
            }
            catch (RuleBroken)
            {
                left++; // the same organisation or person does not count twice: nothing of it was written
            }
        }
        await Db.SaveChangesAsync(stop);
        return Redirect($"{Path}?approved={approved}&noted={noted}&left={left}");
    }

    public static string Mark(Place place) => $"{place.Id}.{place.Version}";

    private async Task LoadPlaces(CancellationToken stop)
    {
        var run = Job.RunId;
        var changes = Db.Set<ImportChange>().Where(c => c.RunId == run && c.What != ImportChange.Waits);
        Places = await Db.PlacesFor(Who, PlacesPermissions.ApproveMany).Include(p => p.Verifications)
            .Where(p => p.Status == PlaceStatus.Queued && changes.Any(c => c.PlaceId == p.Id)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(AtOnce).ToListAsync(stop);
    }
}
