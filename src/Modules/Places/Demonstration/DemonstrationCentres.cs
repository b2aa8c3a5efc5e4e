using Amparo.Contracts.Places;
using Amparo.Places.Entries;

namespace Amparo.Places.Demonstration;

/// <summary>
/// Invented centres over the real gazetteer: the same seed, day and count give the same centres. Their telephone numbers
/// begin with 0 after the country's code, which no country of the region assigns.
/// </summary>
internal sealed class DemonstrationCentres(Gazetteer gazetteer)
{
    private const int Seed = 20261121;
    private readonly DemonstrationData _data = DemonstrationData.Read();
    private readonly Dictionary<string, Organization> _organizations = [];

    /// <param name="count">How many; 1,600 is the size of the region.</param>
    /// <param name="now">Assurances are dated back from here, so that fresh and stale ones are there whenever it runs.</param>
    public IEnumerable<Place> Make(int count, DateTimeOffset now)
    {
        var dice = new Random(Seed);
        var towns = new DemonstrationTowns(gazetteer, _data);
        var consulates = new Queue<(string From, GazetteerPlace Town)>(DemonstrationConsulates.All(_data, towns));
        for (var number = 0; number < count; number++)
        {
            var kind = KindOf(number);
            var country = CountryOf(number, kind.Kind);
            if (kind.Kind == PlaceKinds.Consular && consulates.TryDequeue(out var post))
                yield return Finish(number, kind, "Consulado de " + _data.Nations[post.From], post.Town, dice, now, nationals: [post.From]);
            else
            {
                if (kind.Kind == PlaceKinds.Consular) kind = _data.Kinds[0];
                var head = kind.Heads[dice.Next(kind.Heads.Length)];
                yield return Finish(number, kind, $"{head} {_data.Tails[dice.Next(_data.Tails.Length)]}", towns.Of(country, kind.Kind), dice, now, [], head);
            }
        }
    }

    private Place Finish(int number, DemonstrationKind kind, string name, GazetteerPlace town, Random dice, DateTimeOffset now, string[] nationals, string? head = null)
    {
        var id = StableId.Of("demonstration", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var isHome = head is not null && head == kind.Homes;
        var isHospital = head == "Hospital General";
        var point = new GeoPoint(Math.Round(town.Point.Latitude + (dice.NextDouble() - 0.5) * 0.03, 5), Math.Round(town.Point.Longitude + (dice.NextDouble() - 0.5) * 0.03, 5));
        var place = new Place
        {
            Id = id, Slug = Slug.Of($"{name} {Short(town)}", id), Name = name, Kind = kind.Kind, Country = town.Country, TimeZone = town.Zone,
            Admin1 = town.Admin1Code, Admin1Name = _data.Says.GetValueOrDefault(town.AreaSaid, town.AreaSaid), Locality = Short(town),
            AreaName = _data.Areas[dice.Next(_data.Areas.Length)], AreaLatitude = town.Point.Latitude, AreaLongitude = town.Point.Longitude,
            Organization = OrganizationOf(kind.Org, dice), Source = "demonstration", SourceKey = id.ToString(), IsDemonstration = true,
            IsLastResort = kind.Kind == PlaceKinds.TraffickingHotline,
            Whereabouts = kind.Kind == PlaceKinds.TraffickingHotline ? new() : new()
            {
                Address = $"{_data.Streets[dice.Next(_data.Streets.Length)]} {dice.Next(1, 120)}", Latitude = point.Latitude, Longitude = point.Longitude,
                StaffContact = isHome ? "Guardia de noche (inventada)" : null,
            },
            Profile = DemonstrationProfile.Of(_data, kind, town, isHospital, nationals, number, dice),
        };
        place.HideTo(Place.DefaultDisclosure(kind.Kind, isHome));
        place.Approve("demonstration", now);
        if (DemonstrationProfile.AssuredAgo(kind.Kind, dice) is { } ago) place.Assure("Oficina regional (demostración)", AssuranceMeans.All[dice.Next(AssuranceMeans.All.Count)], now - ago);
        if (kind.Kind == PlaceKinds.Shelter && dice.Next(25) == 0) place.SayFull(now);
        return place;
    }

    // A fixed walk through the kinds by their weights, so that 1,600 and 100,000 have the same mix.
    private DemonstrationKind KindOf(int number)
    {
        var at = (number * 0.6180339887498949 % 1) * _data.Kinds.Sum(k => k.Weight);
        foreach (var kind in _data.Kinds)
            if ((at -= kind.Weight) < 0) return kind;
        return _data.Kinds[^1];
    }

    private string CountryOf(int number, string kind)
    {
        // Each country has its hotlines, whatever its share.
        if (kind == PlaceKinds.TraffickingHotline) return _data.Share.Keys.ElementAt(number / 89 % _data.Share.Count);
        var at = (number * 0.7548776662466927 % 1) * _data.Share.Values.Sum();
        foreach (var (country, share) in _data.Share)
            if ((at -= share) < 0) return country;
        return "MX";
    }

    private Organization OrganizationOf(string group, Random dice)
    {
        var names = _data.Organizations[group];
        var name = names[dice.Next(names.Length)];
        if (!_organizations.TryGetValue(name, out var known))
            _organizations[name] = known = new() { Id = StableId.Of("demonstration", "organization", name), Name = name, Source = "demonstration" };
        return known;
    }

    private string Short(GazetteerPlace town) => _data.Says.GetValueOrDefault(town.Name) ?? (town.Name.Split(" de ")[0] is { Length: > 4 } head && town.Name.Length > 22 ? head : town.Name);
}
