using Amparo.Contracts;
using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Desk.Editing.Where;
using Amparo.Places.Desk.Lists;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Adding;

/// <summary>
/// A new entry: the plain fields and a town, then the other parts by their own pages. It waits for approval like any other,
/// and it hides as much of where it is as its kind asks for.
/// </summary>
[Requires(PlacesPermissions.Add)]
internal sealed class NewModel(Database db, Gazetteer gazetteer) : ConsolePage, IBasics
{
    private TownChoice _town = new(null, []);

    public override string TitleKey => "places.desk.new.title";

    [BindProperty(Name = "")] public EditForm Form { get; set; } = new() { Hours = "unknown", Kind = PlaceKinds.Shelter };
    [BindProperty] public string? Country { get; set; }
    [BindProperty] public string? TownName { get; set; }
    [BindProperty] public string? Town { get; set; }
    [BindProperty] public string? Step { get; set; }

    public Dictionary<string, string> Times { get; } = [];
    public OpeningHours HoursBefore => OpeningHours.NotKnown;
    public IReadOnlyList<GazetteerPlace> Matches => _town.Chosen is null ? _town.Matches : [];

    /// <summary>Where this person may add: her countries, or any for her own organisation.</summary>
    public IReadOnlyList<string> Countries => Who.ReachFor(PlacesPermissions.Add) is var reach && (reach.Everywhere || reach.Organisations.Count > 0) ? RegionCountries.All : reach.Countries;

    public void OnGet() => Country = Countries.Count > 0 ? Countries[0] : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Countries.Contains(Country)) Wrong["Country"] = "places.desk.where.wrong_country";
        else _town = TownChoice.Of(gazetteer, TownName, Town, Country!);
        if (!string.IsNullOrEmpty(Step)) return LookUp();
        var hours = this.Read(Request.Form);
        if (_town.Chosen is null && !Wrong.ContainsKey("Country")) Wrong["TownName"] = Matches.Count > 0 ? "places.desk.where.which_town" : "places.desk.where.no_town";
        if (Wrong.Count > 0) return Refused();

        var (owner, mayAdd) = await Owner(stop);
        if (!mayAdd)
        {
            Wrong["Country"] = "places.desk.new.beyond_reach";
            return Refused();
        }
        // Invented entries and real ones never share an edition.
        var place = Made(_town.Chosen!, hours!, owner, await db.Set<Place>().AnyAsync(p => p.IsDemonstration, stop));
        db.Add(place);
        await db.SaveChangesAsync(stop);
        // Nobody writes what they could not find again.
        return Redirect($"{ListModel.Path}/{place.Id}{(Who.Holds(PlacesPermissions.View) ? "" : "/edit")}?done=place_added");
    }

    private IActionResult LookUp()
    {
        Wrong.Clear();
        foreach (var field in Request.Form.Where(f => f.Key.StartsWith("from.", StringComparison.Ordinal) || f.Key.StartsWith("to.", StringComparison.Ordinal)).Take(28)) Times[field.Key] = field.Value.ToString();
        if (Step!.StartsWith("town:", StringComparison.Ordinal) && gazetteer.BySlug(Step[5..]) is { } town && town.Country == Country)
            (TownName, Town, _town) = (town.Name, town.Slug, new(town, []));
        if (_town.Chosen is { } chosen) Town = chosen.Slug;
        return Page();
    }

    // Who reaches an organisation alone adds for it: nobody adds what they could not see.
    private async Task<(Guid? Owner, bool MayAdd)> Owner(CancellationToken stop)
    {
        var reach = Who.ReachFor(PlacesPermissions.Add);
        if (reach.Everywhere || reach.Countries.Contains(Country!)) return (null, true);
        var own = await db.Set<Organization>().Where(o => reach.Organisations.Contains(o.Id)).OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
        return (own, own is not null);
    }

    private Place Made(GazetteerPlace town, OpeningHours hours, Guid? owner, bool isDemonstration)
    {
        var (id, name) = (Guid.CreateVersion7(), Form.Name!.Trim());
        var profile = Form.Into(new(), hours);
        var place = new Place
        {
            Id = id, Slug = Slug.Of(name, id), Name = name, Kind = Form.Kind!, Country = Country!, Admin1 = town.Admin1Code, Admin1Name = town.AreaSaid, Locality = town.Name, AreaName = town.Name,
            AreaLatitude = town.Point.Latitude, AreaLongitude = town.Point.Longitude, TimeZone = town.Zone, Profile = profile,
            OrganizationId = owner, IsDemonstration = isDemonstration,
        };
        place.HideTo(Place.DefaultDisclosure(place.Kind, Vocabulary.IsHomeOrRefuge(name, profile.AlternateName, profile.Description)));
        return place;
    }
}
