using Amparo.Contracts.Places;
using Amparo.Tests.Public;

namespace Amparo.Tests.Places.Importing;

[Trait("Needs", "Database")]
public sealed class TwoLanguagesTests : IDisposable
{
    private const string Profile = """
        { "name": "two", "list": "two", "format": "geojson", "key": ["id"], "overlay": { "ending": "_HT", "prefix": "ht." }, "defaults": { "country": "GT", "kind": "food" },
          "fields": { "id": "id", "name": "name", "latitude": "$latitude", "longitude": "$longitude", "attributes": { "template": "[name_ht={ht.name}]" } } }
        """;
    private readonly ImportDoor _door = new();

    [Fact]
    public async Task Names_of_a_file_in_another_language_come_to_the_entry_with_the_same_key()
    {
        await Import(Map((1, "Comedor"), (2, "Cocina")), Map((2, "Kizin"), (1, "Kantin"), (3, "Pa gen")));
        var places = await _door.Places();
        Assert.Equal(["Cocina: Kizin", "Comedor: Kantin"], places.Select(p => $"{p.Name}: {NameIn(p.Profile, "ht")}"));
    }

    [Fact]
    public async Task A_name_that_the_other_language_lacks_or_loses_is_not_there_and_nothing_else_changes()
    {
        await Import(Map((1, "Comedor"), (2, "Cocina")), Map((2, "Kizin")));
        Assert.Null(NameIn((await _door.Places()).Single(p => p.Name == "Comedor").Profile, "ht"));
        File.Delete(_door.PathOf("lista_HT.geojson"));
        var again = await _door.Import(_door.PathOf("lista.geojson"), _door.PathOf("two.json"));
        Assert.Equal((0, 1, 1), (again.Accepted, again.Changed, again.Unchanged));
        Assert.All(await _door.Places(), p => Assert.Null(NameIn(p.Profile, "ht")));
    }

    [Fact]
    public async Task The_same_two_files_again_change_nothing()
    {
        await Import(Map((1, "Comedor")), Map((1, "Kantin")));
        var again = await Import(Map((1, "Comedor")), Map((1, "Kantin")));
        Assert.Equal((0, 0, 1), (again.Accepted, again.Changed, again.Unchanged));
    }

    [SharedDataFact]
    public async Task Every_service_of_the_Jordan_directory_has_its_Arabic_name_and_not_its_Arabic_criteria()
    {
        await _door.Import(SharedData.PathOf("services/jordan/compiled.json"));
        var places = await _door.Places();
        Assert.Equal(562, places.Count);
        Assert.All(places, p => Assert.Matches(@"\p{IsArabic}", NameIn(p.Profile, "ar")));
        Assert.All(places, p => Assert.DoesNotMatch(@"\p{IsArabic}", p.Profile.Eligibility ?? ""));
    }

    [Fact]
    public async Task A_reader_of_that_language_sees_the_name_and_others_do_not()
    {
        using var readers = new Readers();
        readers.Show(ReaderPlaces.Edition(places: [ReaderPlaces.Place("comedor", "Comedor", PlaceKinds.Food, profile: new() { Attributes = [new("name_ht", "Kantin")] })]));
        Assert.Contains("Kantin", Readers.Said(await readers.Page("/ht/centres/comedor")), StringComparison.Ordinal);
        Assert.DoesNotContain("Kantin", Readers.Said(await readers.Page("/es/centres/comedor")), StringComparison.Ordinal);
    }

    private Task<ImportSummary> Import(string list, string other)
    {
        _door.File("two.json", Profile);
        _door.File("lista_HT.geojson", other);
        return _door.Import(_door.File("lista.geojson", list), _door.PathOf("two.json"));
    }

    private static string Map(params (int Id, string Name)[] places) => $$"""
        { "type": "FeatureCollection", "features": [{{string.Join(',', places.Select(p => $$"""{ "type": "Feature", "id": {{p.Id}}, "properties": { "name": "{{p.Name}}" }, "geometry": { "type": "Point", "coordinates": [-90.5{{p.Id}}, 14.6] } }"""))}}] }
        """;

    private static string? NameIn(PlaceProfile profile, string language) => profile.Attributes.SingleOrDefault(a => a.Name == $"name_{language}")?.Value;

    public void Dispose() => _door.Dispose();
}
