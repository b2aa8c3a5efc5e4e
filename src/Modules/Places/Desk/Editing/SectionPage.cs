using Amparo.Places.Entries;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing;

/// <summary>One part of an entry that is edited on a page of its own. Each writes its own fields and nothing of the other parts.</summary>
internal abstract class SectionPage(Database db, string act = PlacesPermissions.Edit) : PlacePage(db, act), ISection
{
    /// <summary>A button that only looks something up and saves nothing: what it is called.</summary>
    [BindProperty] public string? Step { get; set; }

    private bool _waits;

    public abstract string Section { get; }
    public string Home => Path;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        Version = Place.Version;
        await Fill(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        if (!string.IsNullOrEmpty(Step))
        {
            await LookUp(Step, stop);
            return Page();
        }
        await Check(stop);
        if (Wrong.Count > 0) return Refused();
        if (Version != Place.Version) return Behind();
        await Write(stop);
        var anew = Place.LookAnew();
        await Db.SaveChangesAsync(stop);
        return Redirect($"{After}?done={(Waits ?? (_waits ? "place_edited_waits" : anew ? "place_edited_anew" : "place_edited"))}");
    }

    /// <summary>The end of the key of a sentence on what else waits for a second person; null where nothing does.</summary>
    protected virtual string? Waits => null;

    /// <summary>Where to go on after saving.</summary>
    protected virtual string After => Path;

    /// <summary>Puts what is stored into the form.</summary>
    protected abstract Task Fill(CancellationToken stop);

    /// <summary>Names in <see cref="ConsolePage.Wrong"/> what cannot be saved.</summary>
    protected abstract Task Check(CancellationToken stop);

    /// <summary>Writes the fields of this part, and of no other, into the entry.</summary>
    protected abstract Task Write(CancellationToken stop);

    /// <summary>What the entry says is written by this alone: of what readers see some of it waits.</summary>
    protected void Say(PlaceTexts wanted) => _waits |= Place.Write(wanted, Who.Id!.Value, Now);

    protected virtual Task LookUp(string step, CancellationToken stop) => Task.CompletedTask;
}
