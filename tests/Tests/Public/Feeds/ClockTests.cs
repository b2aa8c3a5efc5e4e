using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Publication;

namespace Amparo.Tests.Public.Feeds;

/// <summary>Over real entries that were handed over, with a clock that goes on while no new edition comes.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly HttpClient _client;
    private readonly PublicPlace _leaving, _staying, _consulate;

    public ClockTests()
    {
        var now = _platform.Clock.Now;
        _leaving = Place("Clínica que cierra", PlaceKinds.Health) with { ExpiresAt = now.AddHours(1) };
        _staying = Place("=HYPERLINK(\"x\"), \"comillas\"\r\ny salto", PlaceKinds.Health) with { AssuredAt = now.AddDays(-1), DueAt = now.AddDays(10), StaleAt = now.AddHours(1) };
        _consulate = Place("Consulado", PlaceKinds.Consular);
        PublicPlace[] places = [_leaving, _staying, _consulate];
        _client = _platform.Client();
        _platform.Services.GetRequiredService<CurrentEdition>().Replace(Edition.Of(new(1, now, now.AddDays(30), "00", places.Length, false), places, [], []));
    }

    [Fact]
    public async Task What_expires_leaves_every_answer_by_the_clock_though_no_edition_comes()
    {
        Assert.Equal(3, (await Json("/api/hsds/v3/services")).GetProperty("total_items").GetInt32());
        var service = (await Json("/api/hsds/v3/services?search=&per_page=100")).GetProperty("contents").EnumerateArray().Single(s => s.GetProperty("name").GetString() == _leaving.Name).GetProperty("id").GetString();
        Assert.All(await Everything(), text => Assert.Contains(_leaving.Id.ToString(), text, StringComparison.Ordinal));
        _platform.Clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(2, (await Json("/api/hsds/v3/services")).GetProperty("total_items").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/api/hsds/v3/services/{service}")).StatusCode);
        Assert.All(await Everything(), text => Assert.DoesNotContain(_leaving.Id.ToString(), text, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/es/centres/{_leaving.Slug}.jsonld")).StatusCode);
    }

    [Fact]
    public async Task Hours_leave_an_answer_that_was_kept_when_the_assurance_grows_stale()
    {
        var before = await Location(_staying);
        _platform.Clock.Now += TimeSpan.FromHours(2);
        var after = await Location(_staying);
        Assert.True(before.TryGetProperty("schedules", out _));
        Assert.False(after.TryGetProperty("schedules", out _));
    }

    [Fact]
    public async Task A_real_number_is_given_but_never_a_consulates_to_a_search_engine()
    {
        var phone = (await Location(_staying)).GetProperty("phones")[0];
        Assert.Equal(("+52 962 000 0000", "Recepción"), (phone.GetProperty("number").GetString(), phone.GetProperty("description").GetString()));
        Assert.True((await Json($"/es/centres/{_staying.Slug}.jsonld")).GetProperty("availableChannel").TryGetProperty("servicePhone", out _));
        Assert.False((await Json($"/es/centres/{_consulate.Slug}.jsonld")).GetProperty("availableChannel").TryGetProperty("servicePhone", out _));
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_read_back_as_it_was()
    {
        using var archive = new ZipArchive(new MemoryStream(await _client.GetByteArrayAsync("/data/hsds.zip")));
        using var reader = CsvHelper.CsvReader.Create(archive.GetEntry("locations.csv")!.Open(), new CsvHelper.CsvReaderOptions(), false);
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString("name"));
        Assert.Contains(_staying.Name, names);
    }

    private async Task<JsonElement> Location(PublicPlace place) => (await Json("/api/hsds/v3/service_at_locations?full=true")).GetProperty("contents").EnumerateArray()
        .Select(l => l.GetProperty("location")).Single(l => l.GetProperty("id").GetGuid() == place.Id);

    private async Task<List<string>> Everything()
    {
        using var archive = new ZipArchive(new MemoryStream(await _client.GetByteArrayAsync("/data/hsds.zip")));
        using var locations = new StreamReader(archive.GetEntry("locations.csv")!.Open());
        return
        [
            await _client.GetStringAsync("/api/hsds/v3/service_at_locations"), await _client.GetStringAsync("/api/hsds/v3/organizations?full=true"),
            await _client.GetStringAsync("/data/places.geojson"), await _client.GetStringAsync("/ht/changes.atom"), await locations.ReadToEndAsync(),
        ];
    }

    private async Task<JsonElement> Json(string path)
    {
        using var json = JsonDocument.Parse(await _client.GetStringAsync(path));
        return json.RootElement.Clone();
    }

    private PublicPlace Place(string name, string kind) => new()
    {
        Id = Guid.CreateVersion7(), Slug = "lugar-" + Guid.CreateVersion7().ToString("N")[20..], Name = name, Kind = kind, Country = "MX", TimeZone = "America/Tijuana", Locality = "Tijuana",
        Disclosure = Disclosures.Exact, Address = "Avenida 1", Latitude = 32.5, Longitude = -117.0, ModifiedAt = _platform.Clock.Now,
        Profile = new() { Phones = [new("+52 962 000 0000", "voice", Description: "Recepción")], Hours = OpeningHours.DayAndNight, Languages = ["spa"] },
    };

    public void Dispose()
    {
        _client.Dispose();
        _platform.Dispose();
    }
}
