using Amparo.Contracts.Places;
using Amparo.Places.Desk;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Entries;
using Amparo.Places.Proposing;

namespace Amparo.Places.Mine.Editing;

/// <summary>A part of the form by which an organisation asks.</summary>
internal abstract class MinePage(Database db) : PlacePage(db, PlacesPermissions.Propose), ISection
{
    private static readonly (string, string)[] Parts = [("basics", "edit"), ("where", "edit/where"), ("services", "edit/services"), ("conditions", "edit/conditions"), ("other", "edit/other")];

    public abstract string Section { get; }
    public IReadOnlyList<(string Key, string Path)> Sections => Parts;
    public string Home => $"{MineModel.Path}/{PlaceId}";
    public string? Warning => "places.mine.edit.waits";

    /// <summary>The entry with what this organisation asked for before and nobody has decided. It is for showing, and never saved.</summary>
    public Place Here { get; private set; } = null!;

    protected PlaceProfile Profile => Here.Profile;

    protected override async Task<bool> Load(CancellationToken stop)
    {
        if (!await base.Load(stop)) return false;
        var id = Place.Id;
        var waiting = await Db.Set<ProposedChange>().AsNoTracking().Where(c => c.PlaceId == id && c.State == ProposalStates.Waits).OrderByDescending(c => c.At).FirstOrDefaultAsync(stop);
        Here = waiting is null ? Place : Place.WithChange(waiting.Before, waiting.After);
        return true;
    }
}
