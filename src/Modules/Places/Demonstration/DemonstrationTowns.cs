namespace Amparo.Places.Demonstration;

/// <summary>Half of the centres stand in the towns through which people pass, the others anywhere.</summary>
internal sealed class DemonstrationTowns
{
    private readonly Dictionary<string, GazetteerPlace[]> _known = [];
    private readonly Dictionary<string, GazetteerPlace[]> _all;
    private readonly Dictionary<(string Country, string Kind), int> _given = [];

    public DemonstrationTowns(Gazetteer gazetteer, DemonstrationData data)
    {
        _all = gazetteer.All.GroupBy(p => p.Country).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var (country, names) in data.Towns)
            _known[country] = [.. names.Select(n => (gazetteer.Named(n, country) is [var first, ..] ? first : null) ?? throw new InvalidOperationException($"The gazetteer has no {n} in {country}."))];
    }

    public GazetteerPlace Capital(string country) => country == "MX" ? _known["MX"].Single(t => t.Name.StartsWith("Mexico City", StringComparison.Ordinal) || t.Name.StartsWith("Ciudad de México", StringComparison.Ordinal)) : _known[country][0];

    public IEnumerable<GazetteerPlace> Known(string country) => _known[country];

    /// <summary>The first of each kind stand in the towns that matter most, so that help of every kind is where people pass.</summary>
    public GazetteerPlace Of(string country, string kind)
    {
        var nth = _given[(country, kind)] = _given.GetValueOrDefault((country, kind), -1) + 1;
        var (rounds, place) = Math.DivRem(nth, 20);
        if (place < 13) return _known[country][(rounds * 13 + place) % _known[country].Length];
        // Steps by a prime walk through every place before any is met twice.
        return _all[country][(int)((kind.Length + nth) * 7919L % _all[country].Length)];
    }
}
