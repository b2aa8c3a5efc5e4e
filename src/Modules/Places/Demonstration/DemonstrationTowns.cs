namespace Amparo.Places.Demonstration;

/// <summary>Half of the centres stand in the towns through which people pass, the others anywhere.</summary>
internal sealed class DemonstrationTowns
{
    private readonly Dictionary<string, GazetteerPlace[]> _known = [];
    private readonly Dictionary<string, GazetteerPlace[]> _all;

    public DemonstrationTowns(Gazetteer gazetteer, DemonstrationData data)
    {
        _all = gazetteer.All.GroupBy(p => p.Country).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var (country, names) in data.Towns)
            _known[country] = [.. names.Select(n => (gazetteer.Named(n, country) is [var first, ..] ? first : null) ?? throw new InvalidOperationException($"The gazetteer has no {n} in {country}."))];
    }

    public GazetteerPlace Capital(string country) => country == "MX" ? _known["MX"].Single(t => t.Name.StartsWith("Mexico City", StringComparison.Ordinal) || t.Name.StartsWith("Ciudad de México", StringComparison.Ordinal)) : _known[country][0];

    public IEnumerable<GazetteerPlace> Known(string country) => _known[country];

    public GazetteerPlace Of(string country, int number)
    {
        var among = number % 20 < 13 ? _known[country] : _all[country];
        // Steps by a prime walk through every town before any is met twice.
        return among[(int)(number * 7919L % among.Length)];
    }
}
