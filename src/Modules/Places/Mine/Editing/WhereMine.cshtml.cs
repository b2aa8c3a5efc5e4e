using Amparo.Contracts.Places;
using Amparo.Places.Desk.Editing;
using Amparo.Places.Desk.Editing.Where;
using Amparo.Places.Desk.Maps;
using Amparo.Places.Importing;
using Amparo.Places.Proposing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Mine.Editing;

/// <summary>
/// Town and area, and while everybody may know them address and point. Of a place that hides neither is shown or taken here, whatever
/// is posted: a proposal is read by more people than may know where it is. Another country would be other people's to decide.
/// </summary>
[Requires(PlacesPermissions.Propose)]
internal sealed class WhereMineModel(Database db, IGeography geography, Gazetteer gazetteer, CountryShapes shapes) : MineSection(db), IPoint, ITown
{
    private TownChoice _town = new(null, []);

    public override string TitleKey => "places.desk.where.title";
    public override string Section => "where";

    [BindProperty(Name = "")] public WhereForm Form { get; set; } = new();

    public PointForm Point => Form;
    public List<PointDoubt> Doubts { get; } = [];
    public PointMap? Map { get; private set; }
    public IReadOnlyList<GazetteerPlace> Matches => _town.Chosen is null || Step == "find" ? _town.Matches : [];
    public bool HasTowns => gazetteer.All.Any(p => p.Country == Place.Country);
    public bool IsExact => Place.Disclosure == Disclosures.Exact;

    private GeoPoint? Area => Here is { AreaLatitude: { } north, AreaLongitude: { } east } ? new GeoPoint(north, east) : null;
    private GazetteerPlace? TownBefore => Area is null && Here.Locality is null ? null : geography.Town(Here.Locality, Area, Here.Country, Here.Admin1);

    protected override void Fill()
    {
        Form = WhereForm.Of(Here, TownBefore, IsExact);
        Show();
    }

    protected override void LookUp(string step)
    {
        if (step.StartsWith("town:", StringComparison.Ordinal) && gazetteer.BySlug(step[5..]) is { } town && town.Country == Place.Country)
        {
            (Form.TownName, Form.Town) = (town.Name, town.Slug);
            if (IsExact && Form.IsEmpty) Form.Put(town.Point);
        }
        else if (IsExact) Form.Take(step);
        Show();
        if (step is "look") CheckPoint();
    }

    protected override void Check()
    {
        Show();
        if (new[] { Form.TownName, Form.Locality, Form.AreaName, Form.Admin1Name }.Any(t => t?.Length > WhereForm.Longest)) Wrong["TownName"] = "places.desk.where.too_long";
        else if (HasTowns && _town.Chosen is null) Wrong["TownName"] = Matches.Count > 0 ? "places.desk.where.which_town" : "places.desk.where.no_town";
        else if (!HasTowns && EditForm.Said(Form.TownName) is null) Wrong["TownName"] = "places.desk.where.no_town";
        CheckPoint();
    }

    protected override Says Asked()
    {
        var (town, moved) = (_town.Chosen, TownBefore?.Slug != _town.Chosen?.Slug);
        var locality = EditForm.Said(Form.Locality) ?? town?.Name ?? EditForm.Said(Form.TownName);
        var where = SaysWhere.Of(Here) with { Locality = locality, AreaName = EditForm.Said(Form.AreaName) ?? locality };
        if (town is not null && moved) where = where with { Admin1 = town.Admin1Code, Admin1Name = town.AreaSaid, AreaLatitude = town.Point.Latitude, AreaLongitude = town.Point.Longitude, TimeZone = town.Zone };
        if (IsExact) where = where with { Address = EditForm.Said(Form.Address), Latitude = Form.Point?.Latitude, Longitude = Form.Point?.Longitude };
        if (IsExact && Form.Point is { } point && moved && geography.ZoneAt(point, Place.Country) is { } zone) where = where with { TimeZone = zone };
        return With(Profile) with { Where = where };
    }

    private void CheckPoint()
    {
        if (!IsExact) return;
        foreach (var (field, key) in Form.Mistakes(geography, Place.Country, _town.Chosen?.AreaSaid ?? Here.Admin1Name, Doubts)) Wrong[field] = key;
    }

    private void Show()
    {
        _town = TownChoice.Of(gazetteer, Form.TownName, Form.Town, Place.Country);
        if (_town.Chosen is { } chosen) Form.Town = chosen.Slug;
        if (IsExact) Map = PointMap.Around(Form.Point, _town.Chosen?.Point ?? Area, gazetteer, shapes);
    }
}
