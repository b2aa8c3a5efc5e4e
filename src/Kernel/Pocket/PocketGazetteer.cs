using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>
/// The gazetteer as a phone carries it: the places of some countries in a file of their pack, and the names of all countries,
/// areas and ordinary words, which every pack shares. The source's attribution (LICENSES.txt) goes with both.
/// </summary>
public static class PocketGazetteer
{
    private const double PerDegree = 100_000;
    private const char Between = '\n';

    /// <summary>The places of a gazetteer, in their order; see the README of <c>Publication/Search/Pocket</c>.</summary>
    public static void Write(PocketBytes into, Gazetteer gazetteer)
    {
        var places = gazetteer.All;
        var areas = places.Select(p => (p.Admin1Code, p.Admin1Name)).Distinct().ToList();
        var numbers = areas.Select((area, i) => (area, i)).ToDictionary(a => a.area, a => a.i);
        into.Number(places.Count);
        into.Number(gazetteer.FromSource);
        into.Text(string.Join(Between, areas.Select(a => $"{a.Admin1Code}\t{a.Admin1Name}")));
        into.Text(string.Join(Between, places.Select(p => p.Name)));
        var last = (Area: 0L, Latitude: 0L, Longitude: 0L);
        foreach (var place in places) Step(into, numbers[(place.Admin1Code, place.Admin1Name)], ref last.Area);
        foreach (var place in places) Step(into, Units(place.Point.Latitude), ref last.Latitude);
        foreach (var place in places) Step(into, Units(place.Point.Longitude), ref last.Longitude);
        var known = places.Where(p => p.Prominence > 0).ToList();
        var at = 0L;
        into.Number(known.Count);
        foreach (var place in known)
        {
            Step(into, place.Number, ref at);
            into.Number(place.Prominence);
        }
        into.Text(string.Join(Between, gazetteer.Aliases.Select(a => a.Name)));
        into.Numbers([.. gazetteer.Aliases.Select(a => a.Number)]);
    }

    /// <summary>Names of countries, areas and ordinary words, folded, as properties of the object that is being written.</summary>
    public static void WriteWords(Utf8JsonWriter json, Gazetteer gazetteer)
    {
        json.WriteStartArray("countries");
        foreach (var country in gazetteer.Countries.All.GroupBy(c => c.Country).OrderBy(c => c.Key, StringComparer.Ordinal))
            Row(json, country.Key, Joined(country.Where(c => c.Kind == CountryWord.Name).Select(c => c.Said)), Joined(country.Where(c => c.Kind == CountryWord.People).Select(c => c.Said)));
        json.WriteEndArray();
        json.WriteStartArray("countryCodes");
        foreach (var (said, country) in CountryNames.AfterPlaces.OrderBy(c => c.Key, StringComparer.Ordinal)) Row(json, said, country);
        json.WriteEndArray();
        json.WriteStartArray("areas");
        foreach (var group in gazetteer.Areas.All.GroupBy(a => string.Join('|', a.Areas.Select(area => area.Code))).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(json, group.Key, Joined(group.Select(g => g.Said)));
        json.WriteEndArray();
        json.WriteStartObject("words");
        foreach (var kind in OrdinaryWords.Asked) json.WriteString(kind, Joined(gazetteer.Words.Of(kind)));
        json.WriteEndObject();
    }

    private static void Step(PocketBytes into, long value, ref long last)
    {
        into.Difference(value - last);
        last = value;
    }

    private static long Units(double degrees) => (long)Math.Round(degrees * PerDegree);

    private static void Row(Utf8JsonWriter json, params string[] cells)
    {
        json.WriteStartArray();
        foreach (var cell in cells) json.WriteStringValue(cell);
        json.WriteEndArray();
    }

    private static string Joined(IEnumerable<string> words) => string.Join('|', words.Order(StringComparer.Ordinal));
}
