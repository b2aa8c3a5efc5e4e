using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Deeds;

/// <summary>
/// "Full tonight" by an officer who has just called. Only the centre may say it, so the officer says by which of its registered
/// numbers it was said; that stands in the record of the deed.
/// </summary>
[Requires(PlacesPermissions.SayFullCalled)]
internal sealed class SayFullModel(Database db) : DeedPage(db, PlacesPermissions.SayFullCalled)
{
    /// <summary>The purpose that is kept with the deed.</summary>
    public const string Why = "called_registered_number";

    public override string TitleKey => "places.desk.full.title";

    /// <summary><c>full</c> or <c>room</c>.</summary>
    [BindProperty] public string? Say { get; set; }

    /// <summary>The number that was called.</summary>
    [BindProperty] public string? Called { get; set; }

    public bool IsFull => Place.FullUntil > Now;
    public bool CanBeSaid => Place is { MayBeFull: true, Status: PlaceStatus.Approved } && Place.Profile.Phones.Count > 0;

    protected override Task<string> Do(CancellationToken stop)
    {
        RuleBroken.Unless(Place.MayBeFull, "places.full.never_for_refuges");
        RuleBroken.Unless(Place.Status == PlaceStatus.Approved, "places.full.not_published");
        if (!Place.Profile.Phones.Any(p => p.Number == Called)) Wrong["Called"] = "places.desk.full.which_number";
        if (Say is not ("full" or "room")) Wrong[""] = "places.desk.second.choose";
        if (Wrong.Count > 0) return Task.FromResult("");
        if (Say == "full") Place.SayFull(Now);
        else Place.SayRoom();
        Who.Purpose = Why;
        return Task.FromResult(Say == "full" ? "mine_full" : "mine_room");
    }
}
