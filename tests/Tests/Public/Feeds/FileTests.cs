using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amparo.Tests.Public.Hsds;
using CsvHelper;

namespace Amparo.Tests.Public.Feeds;

[Collection(OnePublished.Name)]
public sealed class FileTests(Published site)
{
    [Fact]
    public async Task All_places_with_a_point_are_on_the_map_and_no_other()
    {
        var map = await site.Json("/data/places.geojson");
        Assert.True(GeoJsonRules.IsValid(map));
        var expected = There().Where(p => p.Latitude is not null).ToDictionary(p => p.Id);
        var features = map.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(expected.Keys.Order(), features.Select(f => f.GetProperty("id").GetGuid()).Order());
        foreach (var feature in features)
        {
            var place = expected[feature.GetProperty("id").GetGuid()];
            var (at, said) = (feature.GetProperty("geometry").GetProperty("coordinates"), feature.GetProperty("properties"));
            Assert.Equal((place.Longitude!.Value, place.Latitude!.Value), (at[0].GetDouble(), at[1].GetDouble()));
            Assert.Equal(place.Disclosure != "exact", said.GetProperty("area").GetBoolean());
            Assert.Equal(place.Disclosure == "exact" ? place.Address : null, said.TryGetProperty("address", out var address) ? address.GetString() : null);
        }
    }

    [Fact]
    public async Task Every_table_read_back_holds_what_the_edition_holds()
    {
        var tables = await Tables();
        var there = There().ToList();
        Assert.Equal(there.Count, tables["locations"].Count);
        Assert.Equal((await site.Api("/services")).GetProperty("total_items").GetInt32(), tables["services"].Count);
        Assert.Equal((await site.Api("/service_at_locations")).GetProperty("total_items").GetInt32(), tables["service_at_location"].Count);
        Assert.Equal((await site.Api("/organizations")).GetProperty("total_items").GetInt32(), tables["organizations"].Count);
        Assert.Equal((await site.Api("/taxonomy_terms")).GetProperty("total_items").GetInt32(), tables["taxonomy_terms"].Count);
        Assert.Equal(there.Sum(p => p.Profile.Phones.Count), tables["phones"].Count);
        Assert.Equal(there.Count(p => p.Disclosure == "exact" && !string.IsNullOrEmpty(p.Address)), tables["addresses"].Count);
        Assert.DoesNotContain(tables["schedules"], s => s["location_id"] == site.Stale.Id.ToString());
        foreach (var place in there)
        {
            var location = tables["locations"].Single(l => l["id"] == place.Id.ToString());
            Assert.Equal((place.Name, place.Latitude), (location["name"], location["latitude"].Length == 0 ? null : double.Parse(location["latitude"], CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task Every_cell_keeps_what_the_package_says_of_its_column()
    {
        var (tables, described) = (await Tables(), await Described());
        var ids = described.ToDictionary(r => Name(r), r => tables[File(r)].Select(row => row["id"]).ToHashSet());
        foreach (var resource in described)
        {
            var schema = resource.GetProperty("schema");
            foreach (var field in schema.GetProperty("fields").EnumerateArray())
            {
                var (column, limits) = (Name(field), field.GetProperty("constraints"));
                var cells = tables[File(resource)].Select(r => r[column]).ToList();
                if (limits.GetProperty("required").GetBoolean()) Assert.All(cells, c => Assert.True(c.Length > 0, $"{File(resource)}.{column} is empty"));
                var said = cells.Where(c => c.Length > 0).ToList();
                if (limits.GetProperty("unique").GetBoolean()) Assert.True(said.Count == said.Distinct().Count(), $"{File(resource)}.{column} is not unique");
                if (limits.TryGetProperty("enum", out var values)) Assert.Subset(values.EnumerateArray().Select(v => v.GetString()!).ToHashSet(), said.ToHashSet());
                var shape = Shape(field);
                Assert.All(said, c => Assert.True(shape.IsMatch(c), $"{File(resource)}.{column}: {c}"));
            }
            if (!schema.TryGetProperty("foreignKeys", out var keys)) continue;
            foreach (var key in keys.EnumerateArray())
                Assert.All(tables[File(resource)].Select(r => r[key.GetProperty("fields").GetString()!]).Where(c => c.Length > 0), c => Assert.Contains(c, ids[key.GetProperty("reference").GetProperty("resource").GetString()!]));
        }
        Assert.NotEmpty(tables["attributes"]);
        Assert.NotEmpty(tables["schedules"]);
        Assert.NotEmpty(tables["cost_options"]);
    }

    [SharedDataFact]
    public async Task The_package_has_the_tables_columns_and_constraints_of_the_specification()
    {
        using var published = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(SharedData.PathOf("hsds/spec-3.0/datapackage.json")));
        Assert.Equal(published.RootElement.GetProperty("resources").EnumerateArray().SelectMany(Facts), (await Described()).SelectMany(Facts));
    }

    [Fact]
    public async Task A_file_is_the_same_for_who_asks_again_and_is_not_sent_twice()
    {
        foreach (var path in new[] { "/data/hsds.zip", "/data/places.geojson" })
        {
            using var first = await site.Client.GetAsync(path);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await site.Client.SendAsync(again);
            using var head = await site.Client.SendAsync(new(HttpMethod.Head, path));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, head.StatusCode));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    private IEnumerable<Contracts.Places.PublicPlace> There() => site.Edition.Places().Where(p => !(p.WithdrawnAt <= site.Clock.Now) && !(p.ExpiresAt <= site.Clock.Now));

    private async Task<Dictionary<string, List<Dictionary<string, string>>>> Tables()
    {
        using var archive = await Archive();
        return archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal)).ToDictionary(e => Path.GetFileNameWithoutExtension(e.Name), Rows);
    }

    private static List<Dictionary<string, string>> Rows(ZipArchiveEntry entry)
    {
        using var reader = CsvReader.Create(entry.Open(), new CsvReaderOptions(), false);
        var headers = reader.Headers.ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            Assert.Equal(headers.Length, reader.FieldCount);
            rows.Add(headers.Index().ToDictionary(h => h.Item, h => reader.GetString(h.Index)));
        }
        return rows;
    }

    private async Task<List<JsonElement>> Described()
    {
        using var archive = await Archive();
        using var json = await JsonDocument.ParseAsync(archive.GetEntry("datapackage.json")!.Open());
        return [.. json.RootElement.Clone().GetProperty("resources").EnumerateArray()];
    }

    private async Task<ZipArchive> Archive() => new(new MemoryStream(await site.Client.GetByteArrayAsync("/data/hsds.zip")));

    private static string Name(JsonElement item) => item.GetProperty("name").GetString()!;

    private static string File(JsonElement resource) => Path.GetFileNameWithoutExtension(resource.GetProperty("path").GetString()!);

    private static IEnumerable<string> Facts(JsonElement resource)
    {
        var schema = resource.GetProperty("schema");
        yield return $"{Name(resource)} {resource.GetProperty("path")} {schema.GetProperty("primaryKey")}";
        foreach (var field in schema.GetProperty("fields").EnumerateArray())
        {
            var limits = field.GetProperty("constraints");
            yield return $"{Name(field)} {field.GetProperty("type")} {(field.TryGetProperty("format", out var f) ? f : "")} {limits.GetProperty("required")} {limits.GetProperty("unique")} {(limits.TryGetProperty("enum", out var e) ? string.Join('|', e.EnumerateArray()) : "")}";
        }
        if (!schema.TryGetProperty("foreignKeys", out var keys)) yield break;
        foreach (var key in keys.EnumerateArray().Select(k => $"{k.GetProperty("fields")} > {k.GetProperty("reference").GetProperty("resource")}").Order(StringComparer.Ordinal)) yield return key;
    }

    private static Regex Shape(JsonElement field) => new((field.TryGetProperty("format", out var format) ? format.GetString() : field.GetProperty("type").GetString()) switch
    {
        "uuid" => @"\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z", "uri" => @"\Ahttps?://[!-~]+\z", "email" => @"\A[^@\s]+@[^@\s]+\.[^@\s]+\z", "number" => @"\A-?\d+(\.\d+)?\z",
        "date" => @"\A\d{4}-\d\d-\d\d\z", "time" => @"\A([01]\d|2[0-3]):[0-5]\d:[0-5]\d\z", "datetime" => @"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z", _ => @"\A[\s\S]*\z",
    });
}
