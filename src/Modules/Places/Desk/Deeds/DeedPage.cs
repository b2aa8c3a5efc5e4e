using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

/// <summary>One deed upon one entry: shown, asked, and done once, upon the version that the person saw.</summary>
internal abstract class DeedPage(Database db, string act) : PlacePage(db, act)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Version = Place.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (Version != Place.Version) return Behind();
        var done = await Do(stop);
        if (Wrong.Count > 0) return Refused();
        await Db.SaveChangesAsync(stop);
        return Redirect(After(done));
    }

    /// <summary>Changes the entry, or fills <see cref="ConsolePage.Wrong"/>.</summary>
    /// <returns>The end of the key of a sentence on what was done.</returns>
    protected abstract Task<string> Do(CancellationToken stop);

    protected virtual string After(string done) => $"{Path}?done={done}";
}
