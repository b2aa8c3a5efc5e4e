using Amparo.Contracts.Places;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

/// <summary>
/// One part of the form of the stewards, by which an organisation asks. What it sends changes nothing until a steward accepts it,
/// and all parts together are one proposal.
/// </summary>
internal abstract class MineSection(Database db) : MinePage(db)
{
    /// <summary>A button that only looks something up and sends nothing: what it is called.</summary>
    [BindProperty] public string? Step { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Version = Place.Version;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (!string.IsNullOrEmpty(Step))
        {
            LookUp(Step);
            return Page();
        }
        Check();
        if (Wrong.Count > 0) return Refused();
        if (Version != Place.Version) return Behind();
        RuleBroken.Unless(await Propose.Change(Db, Place, Asked(), Who, Now, stop), "places.mine.nothing_changed");
        await Db.SaveChangesAsync(stop);
        return Redirect($"{After}?done=mine_proposed");
    }

    protected virtual string After => Home;

    protected virtual void LookUp(string step) { }

    /// <summary>Puts what is asked for so far into the form.</summary>
    protected abstract void Fill();

    /// <summary>Names in <see cref="ConsolePage.Wrong"/> what cannot be sent.</summary>
    protected abstract void Check();

    /// <summary>What the entry is to say.</summary>
    protected abstract Says Asked();

    protected Says With(PlaceProfile profile) => new(Here.Name, Here.Kind, profile, SaysWhere.Of(Here));

    // A form has an order of its own: another order is no wish.
    protected static IReadOnlyList<string> Ordered(IReadOnlyList<string> typed, IReadOnlyList<string> before) => typed.ToHashSet().SetEquals(before) ? before : typed;
}
