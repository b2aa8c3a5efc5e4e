namespace Amparo.Kernel;

/// <summary>
/// The populated places of the eight countries, from a folder made by <c>web/geodata/build.mjs</c>. Loaded once, never
/// changed, safe for any number of readers. The source's attribution stands in the folder's LICENSES.txt and must be shown.
/// </summary>
public sealed class Gazetteer
{
    private const int Voters = 7;
    private const double FarthestZoneKilometres = 250;
    private readonly GazetteerPlace[] _places;
    private readonly int[] _bySlug;
    private readonly PlaceNames _names;
    private readonly PlaceFinder _finder;
    private readonly NearestIndex _nearest;

    private Gazetteer(GazetteerPlace[] places, int fromSource, List<(string Name, int Number)> aliases, CountryNames countries, AreaNames areas, OrdinaryWords words)
    {
        (_places, FromSource, Aliases, Countries, Areas, Words) = (places, fromSource, aliases, countries, areas, words);
        var own = Array.ConvertAll(_places, place => FoldedText.Fold(place.Name));
        // The two halves do not touch each other; together they would make the first page wait.
        var slugs = Task.Run(() => SortedBySlug(_places, own));
        _names = new(_places, own, aliases);
        _finder = new(_places, _names, new(_names), Areas, Countries, words);
        _nearest = new(_places);
        _bySlug = slugs.GetAwaiter().GetResult();
    }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is of another version.</exception>
    public static Gazetteer Load(string folder)
    {
        var words = new OrdinaryWords(folder);
        var places = GazetteerFiles.Places(folder, out var fromSource);
        foreach (var added in places.Skip(fromSource)) added.IsAdded = true;
        return new(places, fromSource, ReadAliases(folder, places), new(folder), new(folder, words.AreaKinds), words);
    }

    /// <summary>
    /// The places of these countries alone, under their slugs, as a phone has them that carries no others; names of countries
    /// and areas stay. A place keeps its order among the rest and gets a new <see cref="GazetteerPlace.Number"/>.
    /// </summary>
    /// <param name="countries">ISO 3166-1 alpha-2.</param>
    public Gazetteer Only(IReadOnlyCollection<string> countries)
    {
        var kept = _places.Where(p => countries.Contains(p.Country)).Select((p, number) => (Before: p.Number, Place: p with { Number = number })).ToArray();
        var numbers = kept.ToDictionary(k => k.Before, k => k.Place.Number);
        var aliases = Aliases.Where(a => numbers.ContainsKey(a.Number)).Select(a => (a.Name, numbers[a.Number])).ToList();
        return new([.. kept.Select(k => k.Place)], kept.Count(k => !k.Place.IsAdded), aliases, Countries, Areas, Words);
    }

    /// <summary>All places: first the source's, then those added by hand.</summary>
    public IReadOnlyList<GazetteerPlace> All => _places;

    /// <summary>How many of <see cref="All"/> are the source's.</summary>
    public int FromSource { get; }

    public CountryNames Countries { get; }

    public AreaNames Areas { get; }

    /// <summary>Other names of places, and own ones that come first among several, in the order in which they are meant.</summary>
    internal IReadOnlyList<(string Name, int Number)> Aliases { get; }

    internal OrdinaryWords Words { get; }

    /// <summary>The place with this slug, or null.</summary>
    public GazetteerPlace? BySlug(string slug)
    {
        int low = 0, high = _bySlug.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var side = string.CompareOrdinal(_places[_bySlug[middle]].Slug, slug);
            if (side == 0) return _places[_bySlug[middle]];
            if (side < 0) low = middle + 1; else high = middle - 1;
        }
        return null;
    }

    /// <summary>The nearest places, nearest first, at most 64; of one country where it is named. Nothing for a point off the globe.</summary>
    public IReadOnlyList<NearPlace> Nearest(GeoPoint point, int count, string? country = null)
    {
        Span<int> found = stackalloc int[Math.Clamp(count, 0, 64)];
        if (found.IsEmpty || !point.IsValid) return [];
        var some = _nearest.Nearest(point, found, country is null ? null : number => _places[number].Country == country);
        var near = new NearPlace[some];
        for (var i = 0; i < some; i++) near[i] = new(_places[found[i]], point.KilometresTo(_places[found[i]].Point));
        return near;
    }

    /// <summary>All places within a distance, nearest first.</summary>
    public IReadOnlyList<NearPlace> Within(GeoPoint point, double kilometres) =>
        point.IsValid
            ? [.. _nearest.Within(point, kilometres).Select(number => new NearPlace(_places[number], point.KilometresTo(_places[number].Point)))
                .Where(near => near.Kilometres <= kilometres).OrderBy(near => near.Kilometres).ThenBy(near => near.Place.Number)]
            : [];

    /// <summary>
    /// The places called so, in any spelling of accents and capitals, in the order in which people mean them: places of
    /// the routes and their other names, then capitals, then the rest by country and area. More than one: offer the choice.
    /// </summary>
    public IReadOnlyList<GazetteerPlace> Named(string text, string? country = null)
    {
        var said = FoldedText.Fold(text);
        var key = _names.LowerBound(said);
        return _names.Is(key, said) ? [.. Of(key).Where(place => country is null || place.Country == country)] : [];
    }

    /// <summary>Places whose name begins so, the best known first.</summary>
    public IReadOnlyList<GazetteerPlace> Suggest(string prefix, int count)
    {
        var said = FoldedText.Fold(prefix);
        if (said.Length == 0 || count <= 0) return [];
        var exact = _names.LowerBound(said);
        var found = _names.Is(exact, said) ? Of(exact).Take(count).ToList() : [];
        var kept = found.Count;
        for (var key = exact; _names.StartsWith(key, said); key++)
        {
            foreach (var number in _names.Numbers(key))
            {
                var place = _places[number];
                if (found.Count == count && (kept == count || !ComesBefore(place, found[^1])) || found.Contains(place, ReferenceEqualityComparer.Instance)) continue;
                if (found.Count == count) found.RemoveAt(count - 1);
                var at = found.Count;
                while (at > kept && ComesBefore(place, found[at - 1])) at--;
                found.Insert(at, place);
            }
        }
        return found;
    }

    private static bool ComesBefore(GazetteerPlace a, GazetteerPlace b) =>
        a.Prominence != b.Prominence ? a.Prominence > b.Prominence
        : a.Name.Length != b.Name.Length ? a.Name.Length < b.Name.Length
        : string.CompareOrdinal(a.Name, b.Name) is var name and not 0 ? name < 0 : a.Number < b.Number;

    /// <summary>Places, areas and countries named in a free text, such as <c>albergue en san pedro sula hn</c>. Reads its first 24 words.</summary>
    public PlacesInText FindIn(string query) => _finder.Find(query);

    /// <summary>
    /// The first-level area of a point, by vote of the seven nearest places of the country, the nearer the heavier; null
    /// where the country has no places here. <paramref name="without"/> leaves one place out: its own neighbours judge it.
    /// </summary>
    public AreaVote? Admin1Vote(GeoPoint point, string country, GazetteerPlace? without = null)
    {
        if (!point.IsValid) return null;
        Span<int> found = stackalloc int[Voters];
        var some = _nearest.Nearest(point, found, number => _places[number].Country == country && !ReferenceEquals(_places[number], without));
        if (some == 0) return null;
        Span<double> weights = stackalloc double[Voters];
        var (all, best) = (0.0, 0);
        for (var i = 0; i < some; i++)
        {
            var weight = 1 / Math.Pow(point.KilometresTo(_places[found[i]].Point) + 0.5, 2);
            var same = 0;
            while (_places[found[same]].Admin1Code != _places[found[i]].Admin1Code) same++;
            weights[same] += weight;
            all += weight;
        }
        for (var i = 1; i < some; i++) if (weights[i] > weights[best]) best = i;
        return new(_places[found[best]].Admin1Code, _places[found[best]].Admin1Name, weights[best] / all);
    }

    /// <summary>
    /// The IANA zone of a point, as that of the nearest place of the country, or of any country where none is named; null
    /// farther than 250 km from all. Give the country where it is known: at a border the nearest town may be across it.
    /// </summary>
    public string? ZoneAt(GeoPoint point, string? country = null) =>
        Nearest(point, 1, country) is [var near] && near.Kilometres <= FarthestZoneKilometres ? near.Place.Zone : null;

    private static int[] SortedBySlug(GazetteerPlace[] places, string[] names)
    {
        if (!Array.TrueForAll(places, place => place.Slug.Length > 0)) PlaceSlugs.Give(places, names);
        var sorted = Enumerable.Range(0, places.Length).ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(places[a].Slug, places[b].Slug));
        return sorted;
    }

    private IEnumerable<GazetteerPlace> Of(int key) => _names.Numbers(key).ToArray().Select(number => _places[number]);

    private static List<(string Name, int Number)> ReadAliases(string folder, GazetteerPlace[] places)
    {
        var aliases = new List<(string Name, int Number)>();
        foreach (var row in GazetteerFiles.Rows(folder, "aliases.tsv", 3))
        {
            var number = int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            if (row[0] == "alias") aliases.Add((row[1], number));
            var prominence = row[0] == "capital" ? row[1][0] - '0' : 1;
            places[number].Prominence = Math.Max(places[number].Prominence, prominence);
        }
        return aliases;
    }
}
