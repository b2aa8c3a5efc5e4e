using Amparo.Contracts;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Editing.Where;

/// <summary>
/// Country, town and area. Address and point stand here only while everybody may know them: of a place that hides them
/// nothing can be read or written on this page, whatever is posted.
/// </summary>
[Requires(PlacesPermissions.Edit)]
internal sealed class WhereModel(Database db, IGeography geography, Gazetteer gazetteer, CountryShapes shapes)
    : WherePage(db, PlacesPermissions.Edit, geography, gazetteer, shapes), ITown
{
    private TownChoice _town = new(null, []);

    public override string TitleKey => "places.desk.where.title";

    [BindProperty(Name = "")] public WhereForm Form { get; set; } = new();

    public override PointForm Point => Form;
    public IReadOnlyList<GazetteerPlace> Matches => _town.Chosen is null || Step == "find" ? _town.Matches : [];
    public bool HasTowns => Gazetteer.All.Any(p => p.Country == CountryTyped);

    /// <summary>Where this person may put the entry: an editor of one country must not send it out of everybody's sight there.</summary>
    public IEnumerable<string> Countries
    {
        get
        {
            var reach = Who.ReachFor(PlacesPermissions.Edit);
            return RegionCountries.All.Where(c => reach.Everywhere || reach.Countries.Contains(c)).Append(Place.Country).Distinct();
        }
    }

    private string CountryTyped => Form.Country is { } typed && Countries.Contains(typed) ? typed : Place.Country;

    protected override Task Fill(CancellationToken stop)
    {
        var town = TownOf(Place);
        Form = WhereForm.Of(Place, town, IsExact);
        Show();
        return Task.CompletedTask;
    }

    protected override Task LookUp(string step, CancellationToken stop)
    {
        if (step.StartsWith("town:", StringComparison.Ordinal) && Gazetteer.BySlug(step[5..]) is { } town && town.Country == CountryTyped)
        {
            (Form.TownName, Form.Town) = (town.Name, town.Slug);
            if (IsExact && Form.IsEmpty) Form.Put(town.Point);
        }
        else if (IsExact) Form.Take(step);
        Show();
        if (IsExact && step is "look") CheckPoint(CountryTyped, _town.Chosen?.AreaSaid ?? Place.Admin1Name);
        return Task.CompletedTask;
    }

    protected override Task Check(CancellationToken stop)
    {
        Show();
        if (!Countries.Contains(Form.Country)) Wrong["Country"] = "places.desk.where.wrong_country";
        if (new[] { Form.TownName, Form.Locality, Form.AreaName, Form.Admin1Name }.Any(t => t?.Length > WhereForm.Longest)) Wrong["TownName"] = "places.desk.where.too_long";
        else if (HasTowns && _town.Chosen is null) Wrong["TownName"] = Matches.Count > 0 ? "places.desk.where.which_town" : "places.desk.where.no_town";
        else if (!HasTowns && EditForm.Said(Form.TownName) is null) Wrong["TownName"] = "places.desk.where.no_town";
        if (IsExact) CheckPoint(CountryTyped, _town.Chosen?.AreaSaid ?? Form.Admin1Name);
        return Task.CompletedTask;
    }

    protected override Task Write(CancellationToken stop)
    {
        var before = TownOf(Place);
        var moved = Place.Country != CountryTyped || before?.Slug != _town.Chosen?.Slug;
        Place.Country = CountryTyped;
        var locality = EditForm.Said(Form.Locality) ?? _town.Chosen?.Name ?? EditForm.Said(Form.TownName);
        var texts = PlaceTexts.Of(Place) with { Locality = locality, AreaName = EditForm.Said(Form.AreaName) ?? locality };
        if (_town.Chosen is { } town)
        {
            // What was not touched stays as it came: lists write their areas in their own words.
            if (moved)
            {
                Place.Admin1 = town.Admin1Code;
                texts = texts with { Admin1Name = town.AreaSaid };
                (Place.AreaLatitude, Place.AreaLongitude, Place.TimeZone) = (town.Point.Latitude, town.Point.Longitude, town.Zone);
            }
        }
        else texts = texts with { Admin1Name = EditForm.Said(Form.Admin1Name) };
        Say(IsExact ? texts with { Address = EditForm.Said(Form.Address) } : texts);
        if (!IsExact) return Task.CompletedTask;
        var at = (Place.Whereabouts.Latitude, Place.Whereabouts.Longitude);
        Form.Into(Place.Whereabouts);
        if ((moved || at != (Place.Whereabouts.Latitude, Place.Whereabouts.Longitude)) && Form.Point is { } point && Geography.ZoneAt(point, Place.Country) is { } zone) Place.TimeZone = zone;
        return Task.CompletedTask;
    }

    private void Show()
    {
        _town = TownChoice.Of(Gazetteer, Form.TownName, Form.Town, CountryTyped);
        if (_town.Chosen is { } chosen) Form.Town = chosen.Slug;
        if (IsExact) Draw(_town.Chosen?.Point ?? AreaPoint);
    }
}
