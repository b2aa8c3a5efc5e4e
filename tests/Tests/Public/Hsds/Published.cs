using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Places.Demonstration;
using Amparo.Places.Entries;
using Amparo.Publication;
using Amparo.Tests.Geography;
using Amparo.Tests.Places;
using Amparo.Tests.Publication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Amparo.Tests.Public.Hsds;

/// <summary>
/// A site over a published edition of demonstration centres, with entries among them of which something must never be seen.
/// Everything confidential carries a word that no public text holds.
/// </summary>
public sealed class Published : IDisposable
{
    public const string Secret = "Xochiquetzal-7";
    public const string SecretLatitude = "15.123457";
    public const string Site = "https://amparo.example";
    private readonly House _house = new();
    private readonly Platform _platform = new();
    private readonly WebApplicationFactory<Program> _site;

    public Published()
    {
        var centres = new DemonstrationCentres(Geodata.Gazetteer).Make(500, House.Start).ToList();
        Hidden = Some.Place($"Refugio {Secret}", PlaceKinds.Women, disclosure: Disclosures.Officers);
        Area = Some.Place("Casa de la zona", disclosure: Disclosures.Area, profile: new() { GettingThere = $"Frente al portón {Secret}", Description = "Cama y comida." });
        Area.Whereabouts.Address = $"Calle {Secret} 12";
        Area.Whereabouts.Latitude = double.Parse(SecretLatitude, System.Globalization.CultureInfo.InvariantCulture);
        Stale = Some.Place("Casa que calla", profile: new() { Hours = OpeningHours.DayAndNight, Beds = 77 }, assuredAt: House.Start - TimeSpan.FromDays(60));
        Shared = Guid.CreateVersion7();
        Twins = [.. Enumerable.Range(0, 3).Select(i => Some.Place($"Sede {i}", profile: Twin(i)))];
        Twins[0].Whereabouts.Address = "4a Avenida Norte 12, C.P. 30700";
        _house.Given([.. centres, Hidden, Area, Stale, .. Twins]).GetAwaiter().GetResult();
        _house.Publish().GetAwaiter().GetResult();
        Edition = _house.Open();
        _site = _platform.WithWebHostBuilder(web => web.UseSetting("Amparo:PublicUrl", Site));
        _site.Services.GetRequiredService<CurrentEdition>().Replace(Edition);
        Client = _site.CreateClient(new() { AllowAutoRedirect = false });
    }

    public Edition Edition { get; }
    public HttpClient Client { get; }
    public Guid Shared { get; }
    internal Place Hidden { get; }
    internal Place Area { get; }
    internal Place Stale { get; }
    internal Place[] Twins { get; }
    public FixedClock Clock => _platform.Clock;

    public async Task<JsonElement> Json(string path)
    {
        var text = await Client.GetStringAsync(path);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    public Task<JsonElement> Api(string path) => Json("/api/hsds/v3" + path);

    /// <summary>All items of a list, page by page.</summary>
    public async Task<List<JsonElement>> All(string path)
    {
        var all = new List<JsonElement>();
        for (var page = 1; ; page++)
        {
            var one = await Api($"{path}{(path.Contains('?') ? '&' : '?')}page={page}");
            all.AddRange(one.GetProperty("contents").EnumerateArray());
            if (one.GetProperty("last_page").GetBoolean()) return all;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _site.Dispose();
        _platform.Dispose();
        _house.Dispose();
    }

    private PlaceProfile Twin(int number) => new()
    {
        Services = [new(Shared, "Consejería legal", PlaceKinds.Legal, Terms: [new("BD-1800", "Legal services", "211")], Url: "no es una dirección", Email: "legal@amparo.example")],
        Phones = [new($"+52 012345{number}", "whatsapp", "12", "Recepción", ["spa"]), new("+52 0999", null, "dos")],
        Languages = ["spa", "mam"], Interpreters = ["hat"], Accessibility = ["wheelchair"], Serves = [Populations.Women], RequiredDocuments = ["Acta"],
        Costs = [new("Copias", 1250, "MXN")], Attributes = [new("color de la puerta", "verde")], Url = "https://ejemplo.example/año nuevo?x=1|2",
        Hours = new()
        {
            Regular =
            [
                new() { Freq = Frequency.Weekly, ByDay = "MO,TU", OpensAt = ClockTime.At(8), ClosesAt = ClockTime.EndOfDay },
                new() { Freq = Frequency.Daily, OpensAt = ClockTime.At(9), ClosesAt = ClockTime.At(10) },
                new() { Freq = Frequency.Yearly, ByYearDay = "-1", OpensAt = ClockTime.At(9), ClosesAt = ClockTime.At(10) },
                new() { ByDay = "1MO", OpensAt = ClockTime.At(22), ClosesAt = ClockTime.At(2), ValidFrom = new(2026, 1, 1), WkSt = "XX" },
            ],
            Exceptions = [new(new(2026, 12, 25), true, Reason: "Navidad"), new(new(2026, 12, 31), false, ClockTime.At(8), ClockTime.At(12))],
        },
    };
}

/// <summary>One published site for all that only read.</summary>
[CollectionDefinition(Name)]
public sealed class OnePublished : ICollectionFixture<Published>
{
    public const string Name = "Published site";
}
