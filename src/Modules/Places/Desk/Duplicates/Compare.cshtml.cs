using Amparo.Places.Duplicates;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Places.Desk.Duplicates;

/// <summary>Two entries side by side. Which stays, and which value of each field, is chosen; nothing is joined by itself.</summary>
[Requires(PlacesPermissions.Merge)]
internal sealed class CompareModel(Database db) : ConsolePage
{
    public const string Pick = "pick.";

    public override string TitleKey => "places.desk.merge.title";

    [FromRoute] public Guid DuplicateId { get; set; }
    [BindProperty] public int VersionFirst { get; set; }
    [BindProperty] public int VersionSecond { get; set; }

    /// <summary><c>first</c> or <c>second</c>.</summary>
    [BindProperty] public string? Stays { get; set; }

    public DuplicateProposal Pair { get; private set; } = null!;
    public Place First { get; private set; } = null!;
    public Place Second { get; private set; } = null!;
    public bool IsBehind { get; private set; }
    public HashSet<string> FromSecond { get; } = [];

    /// <summary>Why the two cannot be joined; null where they can.</summary>
    public string? Obstacle =>
        First.Disclosure != Second.Disclosure ? "places.merge.disclosures_differ"
        : First.Status == PlaceStatus.Withdrawn || Second.Status == PlaceStatus.Withdrawn ? "places.merge.withdrawn"
        : First.IsDemonstration != Second.IsDemonstration ? "places.merge.invented_and_real"
        : new[] { First, Second }.Any(p => p.ProposedContacts is not null || p.ProposedDisclosure is not null) ? "places.merge.something_waits" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        (VersionFirst, VersionSecond) = (First.Version, Second.Version);
        // Whom readers know stays; else what somebody made sure of last.
        Stays = First.Status != Second.Status ? (First.Status == PlaceStatus.Approved ? "first" : "second") : Second.AssuredAt > (First.AssuredAt ?? DateTimeOffset.MinValue) ? "second" : "first";
        var (survivor, other) = Stays == "first" ? (First, Second) : (Second, First);
        foreach (var field in MergeField.All)
        {
            var isOther = string.IsNullOrEmpty(field.Said(W, survivor)) && !string.IsNullOrEmpty(field.Said(W, other));
            if (isOther != (Stays == "second")) FromSecond.Add(field.Key);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        foreach (var field in MergeField.All)
        {
            // What was not chosen stays what it is in the entry that stays.
            var chosen = Request.Form[Pick + field.Key].ToString();
            if ((chosen is "first" or "second" ? chosen : Stays) == "second") FromSecond.Add(field.Key);
        }
        RuleBroken.Unless(Pair.Decision is null, "places.duplicates.already_decided");
        if (Stays is not ("first" or "second")) Wrong["Stays"] = "places.desk.merge.choose";
        if (Wrong.Count > 0) return Refused();
        if (VersionFirst != First.Version || VersionSecond != Second.Version) return Behind();

        var (survivor, other) = Stays == "first" ? (First, Second) : (Second, First);
        var fromOther = MergeField.All.Select(f => f.Key).Where(k => FromSecond.Contains(k) == (Stays == "first")).ToHashSet();
        await db.Merge(survivor, other, fromOther, Who.Id!.Value, Now, stop);
        Pair.Decide(DuplicateProposal.Merged, Who.Id!.Value, Now);
        foreach (var place in new[] { survivor, other }) db.Record(PlacesPermissions.Merge, "places_place", place.Id, outcome: AuditOutcomes.Done);
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/places/{survivor.Id}?done={(survivor.ProposedContacts is null ? "twin_merged" : "twin_merged_waits")}");
    }

    protected override async Task<IActionResult?> ChangedMeanwhile(CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return await Load(stop) ? Behind() : NotFound();
    }

    private PageResult Behind()
    {
        // Both are shown as they are now; what was chosen stays chosen.
        (IsBehind, VersionFirst, VersionSecond) = (true, First.Version, Second.Version);
        ModelState.Clear();
        return Refused(StatusCodes.Status409Conflict);
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.DuplicatesFor(Who, PlacesPermissions.Merge).SingleOrDefaultAsync(d => d.Id == DuplicateId, stop) is not { } pair) return false;
        var places = await db.PlacesFor(Who, PlacesPermissions.Merge).Include(p => p.Organization).Include(p => p.Verifications).Where(p => p.Id == pair.FirstId || p.Id == pair.SecondId).ToListAsync(stop);
        (Pair, First, Second) = (pair, places.Single(p => p.Id == pair.FirstId), places.Single(p => p.Id == pair.SecondId));
        return true;
    }
}
