using Amparo.Contracts.Places;
using Amparo.Places;
using Amparo.Places.Entries;
using Amparo.Places.Importing;
using Amparo.Places.Reporting;

namespace Amparo.Tests.Publication;

/// <summary>
/// What happens to a directory over some days, by chance. Public deeds come from one seed and confidential ones from another,
/// so that two houses can live through the same public history with different secrets.
/// </summary>
internal sealed class History
{
    public const int Steps = 10;

    private readonly Random _random;
    private readonly int _publicSeed;
    private readonly List<(Guid Id, string Name)> _public = [];
    private readonly List<Guid> _organizations = [];

    public History(int publicSeed) => (_random, _publicSeed) = (new(publicSeed), publicSeed);

    /// <summary>Lives through the public deeds of one step. The clock stands where both houses have it.</summary>
    public async Task LiveInPublic(House house)
    {
        for (var deeds = _random.Next(1, 4); deeds > 0; deeds--) await Deed(house, _public.Count < 4 ? 0 : _random.Next(10));
        if (_public.Count > 0 && _random.Next(3) == 0) await Report(house);
    }

    /// <summary>Lives through confidential deeds: nothing of them may ever be seen in an edition.</summary>
    public async Task LiveInSecret(House house, Secrets secrets)
    {
        for (var deeds = secrets.Random.Next(0, 4); deeds > 0; deeds--) await secrets.Deed(house, _public.Count == 0 ? null : _public[secrets.Random.Next(_public.Count)].Id);
    }

    private Task Deed(House house, int what)
    {
        var any = _public.Count == 0 ? default : _public[_random.Next(_public.Count)].Id;
        var number = _random.Next(1000);
        return what switch
        {
            0 or 1 => AddPlace(house),
            2 => house.Change(any, p => p.Profile = p.Profile with { Description = "Descripción " + number }),
            3 => house.Change(any, p => p.Whereabouts.Address = p.Disclosure == Disclosures.Exact ? "Calle " + number : p.Whereabouts.Address),
            4 => house.Change(any, p => p.Assure("Oficina " + number % 3, AssuranceMeans.Visit, house.Clock.Now)),
            5 => house.Change(any, p => { if (p.Kind is PlaceKinds.Shelter or PlaceKinds.Food && p.Disclosure != Disclosures.Officers) p.SayFull(house.Clock.Now); }),
            6 => house.Change(any, p => p.ExpiresAt = house.Clock.Now + TimeSpan.FromMinutes(number)),
            7 => house.Change(any, p => { if (p.Status != PlaceStatus.Withdrawn) p.Withdraw(); else p.Approve("test", house.Clock.Now); }),
            8 => house.Change(any, p => p.HideTo(p.Disclosure == Disclosures.Exact ? Disclosures.Area : Disclosures.Officers)),
            _ => house.Do(async db => { if (_organizations.Count > 0) (await db.Set<Organization>().SingleAsync(o => o.Id == _organizations[number % _organizations.Count])).Name = "Organización " + number; }),
        };
    }

    /// <summary>What became of a report is published under its code. What was written, and about which entry, is not: that differs in every house.</summary>
    private Task Report(House house)
    {
        var code = StableId.Of("report", _publicSeed.ToString(), _random.Next().ToString());
        var report = new ProblemReport
        {
            Id = code, PlaceId = _public[Random.Shared.Next(_public.Count)].Id, What = "closed", Words = $"{Secrets.Canary} {Guid.CreateVersion7()}",
            CodeHash = code.ToString("N") + code.ToString("N"), ReceivedAt = house.Clock.Now,
        };
        report.Settle(ProblemReport.Checked, house.Clock.Now);
        return house.Given(report);
    }

    private Task AddPlace(House house)
    {
        var id = StableId.Of("test", _publicSeed.ToString(), _public.Count.ToString());
        var kind = PlaceKinds.All[_random.Next(PlaceKinds.All.Count)];
        Organization? organization = null;
        if (_random.Next(3) == 0)
        {
            organization = new() { Id = StableId.Of("test organization", id.ToString()), Name = "Organización de " + _public.Count };
            _organizations.Add(organization.Id);
        }
        var name = "Casa pública " + _random.Next(100);
        var place = new Place
        {
            Id = id, Slug = Slug.Of(name, id), Name = name, Kind = kind, Country = "MX", TimeZone = "America/Mexico_City", AreaName = "Tapachula", AreaLatitude = 14.9, AreaLongitude = -92.25,
            IsDemonstration = true, Organization = organization, OrganizationId = organization?.Id, IsLastResort = _random.Next(5) == 0,
            Whereabouts = new() { Address = "Calle " + _random.Next(100), Latitude = 14.9 + _random.NextDouble() / 10, Longitude = -92.25 },
            Profile = new() { Serves = [Populations.Families], Beds = _random.Next(100) },
        };
        place.HideTo(_random.Next(3) == 0 ? Disclosures.Area : Disclosures.Exact);
        place.Approve("test", house.Clock.Now);
        // Some were assured so long ago that age withdraws them while the history runs.
        if (_random.Next(3) > 0) place.Assure("Oficina", AssuranceMeans.Call, house.Clock.Now - new PlacesSettings().HalfLifeOf(kind) * 3 + TimeSpan.FromMinutes(_random.Next(-300, 900)));
        _public.Add((id, name));
        return house.Given(place);
    }
}

/// <summary>The confidential life of one house.</summary>
internal sealed class Secrets(int seed)
{
    /// <summary>Stands in every secret text, so that a scan of the bytes finds it.</summary>
    public const string Canary = "CANARIO";

    private readonly List<Guid> _hidden = [];

    public Random Random { get; } = new(seed);

    public Task Deed(House house, Guid? somePublicPlace)
    {
        var word = $"{Canary} {Random.Next()}";
        var hidden = _hidden.Count == 0 ? (Guid?)null : _hidden[Random.Next(_hidden.Count)];
        return Random.Next(13) switch
        {
            0 => AddHidden(house, word, Disclosures.Officers, approved: true),
            1 => AddHidden(house, word, Random.Next(2) == 0 ? Disclosures.Area : Disclosures.Exact, approved: false),
            2 => AddHidden(house, word, Disclosures.Exact, approved: true, withdrawn: true),
            3 when somePublicPlace is { } id => house.Change(id, p => p.Whereabouts.StaffContact = word),
            4 when somePublicPlace is { } id => house.Change(id, p => p.Whereabouts.Notes = word),
            5 or 6 when somePublicPlace is { } id => house.Change(id, p => { if (p.Disclosure != Disclosures.Exact) (p.Whereabouts.Address, p.Whereabouts.Latitude, p.Whereabouts.Longitude) = (word, 14.9 + Random.NextDouble(), -92.25 + Random.NextDouble()); }),
            7 when somePublicPlace is { } id => house.Change(id, p => { if (p.Disclosure != Disclosures.Exact) p.ProposeDisclosure(Disclosures.Exact, word); }),
            8 when somePublicPlace is { } id => house.Change(id, p => p.SourceHash = "again " + word),
            9 when hidden is { } id => house.Change(id, p => (p.Name, p.Profile, p.ExpiresAt) = (word, p.Profile with { Description = word }, house.Clock.Now + TimeSpan.FromMinutes(Random.Next(600)))),
            10 when hidden is { } id => house.Change(id, p => { if (p.Organization is not null) p.Organization.Name = word; }),
            11 => house.Given(new ImportRun { List = word, Profile = "plain", FileName = word, FileHash = "", StartedAt = house.Clock.Now }),
            12 when somePublicPlace is { } id => house.Change(id, p => p.SourceHash = word),
            _ => house.Given(new Organization { Name = word }),
        };
    }

    private Task AddHidden(House house, string word, string disclosure, bool approved, bool withdrawn = false)
    {
        var id = Guid.CreateVersion7();
        _hidden.Add(id);
        var organization = new Organization { Name = word };
        var place = new Place
        {
            Id = id, Slug = Slug.Of(word, id), Name = word, Kind = PlaceKinds.Women, Country = "MX", TimeZone = "America/Mexico_City", Locality = word, AreaName = word, AreaLatitude = 15.1, AreaLongitude = -92.1,
            IsDemonstration = Random.Next(2) == 0, OrganizationId = organization.Id, Organization = organization, IsLastResort = Random.Next(2) == 0,
            Whereabouts = new() { Address = word, Latitude = 15.123456, Longitude = -92.123456, StaffContact = word, Notes = word },
            Profile = new() { Description = word },
        };
        place.HideTo(disclosure);
        if (approved) place.Approve(word, house.Clock.Now);
        if (withdrawn) place.Withdraw();
        place.Assure(word, AssuranceMeans.Visit, house.Clock.Now - TimeSpan.FromDays(Random.Next(100)));
        return house.Given(place);
    }
}
