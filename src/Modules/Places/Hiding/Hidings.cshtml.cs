namespace Amparo.Places.Hiding;

/// <summary>What is out of readers' sight at once, and what lately was.</summary>
[Requires(PlacesPermissions.View)]
internal sealed class HidingsModel(Database db, Gazetteer gazetteer) : ConsolePage
{
    public const string Path = "/console/places/hidden";
    private const int Shown = 50;

    public override string TitleKey => "places.desk.mass.title";

    public IReadOnlyList<(MassHiding Hiding, string Of)> Hidings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var hidings = await db.HidingsFor(Who, PlacesPermissions.View).AsNoTracking().OrderByDescending(h => h.Until).Take(Shown).ToListAsync(stop);
        var names = await HidingWords.Organizations(db, hidings, stop);
        Hidings = [.. hidings.Select(h => (h, HidingWords.Of(W, h, names, gazetteer)))];
    }

    /// <summary>What may be done with it now: the words and the end of the path.</summary>
    public IEnumerable<(string Key, string Path)> Deeds(MassHiding hiding)
    {
        if (!hiding.IsActive(Now)) yield break;
        if (hiding.WaitsForSecond(Now) && hiding.FirstPerson != Who.Id && Who.Holds(PlacesPermissions.ConfirmMassHide)) yield return ("places.desk.mass.second", "second");
        if (hiding is { ConfirmedAt: not null, RenewalBy: null, EndingBy: null } && Who.Holds(PlacesPermissions.RenewMassHide)) yield return ("places.desk.mass.go_on", "go-on");
        if (hiding.EndingBy is null && Who.Holds(PlacesPermissions.EndMassHide)) yield return ("places.desk.mass.end", "end");
    }
}
