using System.Text.RegularExpressions;
using Amparo.Places.Duplicates;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Duplicates;

internal sealed record Joined(Guid Id, Guid SurvivorId, string Survivor, string Merged, DateTimeOffset At);

/// <summary>Pairs that may be one, the oldest first, and what was joined lately; the importer proposes them, and so may a person.</summary>
[Requires(PlacesPermissions.Merge)]
internal sealed partial class ListModel(Database db) : ConsolePage
{
    public const string Path = "/console/places/duplicates";
    private const int LatelyShown = 20;

    public override string TitleKey => "places.desk.duplicates.title";

    [BindProperty] public string? One { get; set; }
    [BindProperty] public string? Other { get; set; }

    public PairFilter Filter { get; private set; } = null!;
    public IReadOnlyList<Pair> Pairs { get; private set; } = [];
    public IReadOnlyList<Joined> Lately { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new(Request);
        Pairs = await Filter.Table.Page(Filter.Of(db, Who), stop);
        var merges = await db.MergesFor(Who, PlacesPermissions.Unmerge).AsNoTracking().Where(m => m.UndoneAt == null).OrderByDescending(m => m.At).Take(LatelyShown).ToListAsync(stop);
        var ids = merges.SelectMany(m => new[] { m.SurvivorId, m.MergedId }).Distinct().ToList();
        var places = await db.Set<Place>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, stop);
        Lately = [.. merges.Select(m => new Joined(m.Id, m.SurvivorId, places[m.SurvivorId].Name, places[m.MergedId].Name, m.At))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var (one, other) = (await Found(One, stop), await Found(Other, stop));
        if (one is null) Wrong["One"] = "places.desk.duplicates.no_such";
        if (other is null || other == one) Wrong["Other"] = "places.desk.duplicates.no_such";
        if (Wrong.Count > 0)
        {
            await OnGetAsync(stop);
            return Refused();
        }
        var (first, second) = Deciding.Ordered(one!.Value, other!.Value);
        var pair = await db.Set<DuplicateProposal>().SingleOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, stop);
        if (pair is null) db.Add(pair = new() { FirstId = first, SecondId = second, Reasons = "said", ProposedAt = Now });
        await db.SaveChangesAsync(stop);
        return Redirect($"{Path}/{pair.Id}");
    }

    public string Reasons(string keys) => PairFilter.InWords(W, keys);

    // The address of an entry's page, as somebody copies it, or what identifies it there.
    private async Task<Guid?> Found(string? said, CancellationToken stop) =>
        Guid.TryParse(Identifier().Match(said ?? "").Value, out var id) && await db.PlacesFor(Who, PlacesPermissions.Merge).AnyAsync(p => p.Id == id, stop) ? id : null;

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Identifier();
}
