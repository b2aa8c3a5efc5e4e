using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Hiding;

/// <summary>One deed upon one mass hiding, upon the version that the person saw.</summary>
internal abstract class HidingPage(Database db, Gazetteer gazetteer, string act) : ConsolePage
{
    [FromRoute] public Guid HidingId { get; set; }
    [BindProperty] public int Version { get; set; }

    public MassHiding Hiding { get; private set; } = null!;

    /// <summary>What is hidden, in words.</summary>
    public string Of { get; private set; } = "";
    public int Places { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Version = Hiding.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Version != Hiding.Version) Wrong[""] = "places.mass.changed";
        var done = Wrong.Count > 0 ? "" : Do();
        if (Wrong.Count > 0) return Refused();
        Who.Purpose = Hiding.Reason;
        await db.SaveChangesAsync(stop);
        return Redirect($"{HidingsModel.Path}?done={done}");
    }

    /// <summary>Changes the hiding, or fills <see cref="ConsolePage.Wrong"/>.</summary>
    /// <returns>The end of the key of a sentence on what was done.</returns>
    protected abstract string Do();

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await db.HidingsFor(Who, act).SingleOrDefaultAsync(h => h.Id == HidingId, stop) is not { } hiding) return false;
        Hiding = hiding;
        var names = await HidingWords.Organizations(db, [hiding], stop);
        Of = HidingWords.Of(W, hiding, names, gazetteer);
        Places = await db.Set<Place>().Under(hiding.OrganizationId, hiding.Country, hiding.Admin1).Where(p => p.Status == PlaceStatus.Approved && p.Disclosure != Amparo.Contracts.Places.Disclosures.Officers).CountAsync(stop);
        return true;
    }
}
