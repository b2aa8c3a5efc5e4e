using Amparo.Places.Entries;
using Amparo.Places.Impostors;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Warnings;

/// <param name="Place">The entry that this person reaches; of the other one only its name is said where it is out of reach.</param>
internal sealed record WarningLine(Warning Warning, WarnedPlace Place, WarnedPlace? Other);

internal sealed record WarnedPlace(Guid Id, string Name, string Country, string Status, bool IsReached);

/// <summary>What could pass for something else, the oldest first, each with its reason. A warning changes nothing by itself.</summary>
[Requires(PlacesPermissions.DismissWarnings)]
internal sealed class ListModel(Database db) : ConsolePage
{
    public const string Path = "/console/places/warnings";
    private const int PageSize = 50, LastPage = 200;

    public override string TitleKey => "places.desk.warnings.title";

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<WarningLine> Warnings { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        var open = await db.WarningsFor(Who, PlacesPermissions.DismissWarnings).AsNoTracking().Where(w => w.State == Warning.Open).OrderBy(w => w.FoundAt).ThenBy(w => w.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        HasMore = open.Count > PageSize;
        Warnings = await Lines(db, Who, PlacesPermissions.DismissWarnings, [.. open.Take(PageSize)], stop);
    }

    public static async Task<IReadOnlyList<WarningLine>> Lines(Database db, CurrentUser who, string act, IReadOnlyList<Warning> warnings, CancellationToken stop)
    {
        var ids = warnings.SelectMany(w => new[] { w.PlaceId, w.OtherId ?? w.PlaceId }).Distinct().ToList();
        var reached = await db.PlacesFor(who, act).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Country, p.Status }).ToDictionaryAsync(p => p.Id, stop);
        WarnedPlace Said(Guid id) => new(id, places[id].Name, places[id].Country, places[id].Status, reached.Contains(id));
        return [.. warnings.Where(w => places.ContainsKey(w.PlaceId) && (w.OtherId is null || places.ContainsKey(w.OtherId.Value))).Select(w => new WarningLine(w, Said(w.PlaceId), w.OtherId is { } other ? Said(other) : null))];
    }
}
