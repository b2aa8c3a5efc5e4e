using Amparo.Places.Duplicates;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Duplicates;

/// <summary>Parts two entries that were joined: both are what they were, but for what somebody changed since.</summary>
[Requires(PlacesPermissions.Unmerge)]
internal sealed class UnmergeModel(Database db) : ConsolePage
{
    public override string TitleKey => "places.desk.unmerge.title";

    [FromRoute] public Guid MergeId { get; set; }
    [BindProperty] public int VersionFirst { get; set; }
    [BindProperty] public int VersionSecond { get; set; }

    public PlaceMerge Merge { get; private set; } = null!;
    public Place Survivor { get; private set; } = null!;
    public Place Other { get; private set; } = null!;

    /// <summary>Whether the survivor is still what the merge made of it.</summary>
    public bool IsUntouched => Imprint.Of(Survivor) == Merge.SurvivorAfter;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (VersionFirst != Survivor.Version || VersionSecond != Other.Version)
        {
            Wrong[""] = "console.changed_meanwhile";
            return Refused(Microsoft.AspNetCore.Http.StatusCodes.Status409Conflict);
        }
        await db.Part(Merge, Survivor, Other, Who.Id!.Value, Now, stop);
        var (first, second) = Deciding.Ordered(Survivor.Id, Other.Id);
        if (await db.Set<DuplicateProposal>().SingleOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, stop) is { } pair) pair.Part(Who.Id!.Value, Now);
        foreach (var place in new[] { Survivor, Other }) db.Record(PlacesPermissions.Unmerge, "places_place", place.Id, outcome: AuditOutcomes.Done);
        await db.SaveChangesAsync(stop);
        return Redirect($"/console/places/{Other.Id}?done={(Merge.SurvivorWentBack ? "twin_parted" : "twin_parted_kept")}");
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.MergesFor(Who, PlacesPermissions.Unmerge).SingleOrDefaultAsync(m => m.Id == MergeId, stop) is not { } merge) return false;
        var places = await db.PlacesFor(Who, PlacesPermissions.Unmerge).Include(p => p.Verifications).Where(p => p.Id == merge.SurvivorId || p.Id == merge.MergedId).ToListAsync(stop);
        (Merge, Survivor, Other) = (merge, places.Single(p => p.Id == merge.SurvivorId), places.Single(p => p.Id == merge.MergedId));
        return true;
    }
}
