using Amparo.Contracts.Places;
using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine;

/// <summary>"All true" of the entries that were ticked. It acts at once; whatever was changed since the page was opened is left out and said.</summary>
[Requires(PlacesPermissions.ConfirmOwn)]
internal sealed class ConfirmMineModel(Database db) : ConsolePage
{
    private const int Most = 200;

    public override string TitleKey => "places.mine.title";

    /// <summary>Entry and version, as <c>ID:VERSION</c>.</summary>
    [BindProperty] public List<string> Row { get; set; } = [];

    public IReadOnlyList<string> LeftOut { get; private set; } = [];
    public int Confirmed { get; private set; }

    public IActionResult OnGet() => Redirect(MineModel.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var rows = Row.Take(Most).Select(Read).OfType<(Guid Id, int Version)>().GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First().Version);
        var ids = rows.Keys.ToList();
        var places = await db.PlacesFor(Who, PlacesPermissions.ConfirmOwn).Include(p => p.Organization).Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        if (places.Count == 0 && Row.Count > 0) return NotFound();
        if (places.Count == 0) Wrong[""] = "places.mine.choose";
        if (Wrong.Count > 0) return Refused();
        LeftOut = [.. places.Where(p => !IsSame(p, rows)).Select(p => p.Name)];
        foreach (var place in places.Where(p => IsSame(p, rows)))
        {
            // Their own word, by their own account. A doubt stays until somebody called.
            place.Assure(place.Organization?.Name ?? Assurers.PlaceItself, AssuranceMeans.Message, Now);
            Confirmed++;
        }
        await db.SaveChangesAsync(stop);
        return LeftOut.Count == 0 ? Redirect($"{MineModel.Path}?done=mine_confirmed") : Page();
    }

    private static bool IsSame(Place place, Dictionary<Guid, int> rows) => place.Version == rows[place.Id] && place.Status != PlaceStatus.Withdrawn;

    private static (Guid, int)? Read(string row) =>
        row.Split(':') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, out var number) ? (guid, number) : null;
}
