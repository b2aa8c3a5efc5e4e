using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Where the help is sought. A country in the words is often where somebody comes from, whose consulate is sought or where
/// money goes: it is then no place to search in.
/// </summary>
internal sealed class WhereReader
{
    private const int WordsBack = 3;
    private static readonly long SameNameNearby = Plane.Squared(150);
    internal static readonly HashSet<string> Inside = ["en", "in", "au", "aux", "na", "no", "nan", "em", "dans", "at", "a"];
    internal static readonly HashSet<string> Outside =
    [
        "soy", "somos", "vengo", "venimos", "originario", "originaria", "nacido", "from", "viens", "suis", "sou", "venho", "soti", "sot",
        "volver", "vuelvo", "regresar", "regreso", "retornar", "back", "return", "rentrer", "retourner", "voltar", "tounen", "retounen", "hacia", "llegar",
    ];
    internal static readonly uint SentFar = new[] { PlaceKinds.Remittance, PlaceKinds.FamilyLinks, PlaceKinds.ReturnReception, PlaceKinds.Connectivity, PlaceKinds.AsylumAuthority }
        .Aggregate(0u, (bits, kind) => bits | Codes.Bit(Codes.Kind(kind)));

    private readonly Gazetteer _gazetteer;
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, (GazetteerPlace Place, string? OnlyIn)> _aliases = [];

    public WhereReader(Gazetteer gazetteer, Vocabulary vocabulary)
    {
        (_gazetteer, _vocabulary) = (gazetteer, vocabulary);
        foreach (var alias in vocabulary.Aliases)
            if (Described(alias.Place) is { } place)
                foreach (var name in alias.Aliases) _aliases.TryAdd(FoldedText.Fold(name), (place, alias.OnlyIn));
    }

    public void Read(Reading reading, PlacesInText found, TypedWords words, SearchQuestion question, uint spoken)
    {
        var isConsular = reading.SeeksConsulate || question.Kinds.Contains(PlaceKinds.Consular);
        ReadPlace(reading, found, words, question, spoken);
        ReadCountries(reading, found, words, question, isConsular);
        if (reading.Place is null && found.Areas.Count > 0 && (QuestionReader.Mask(found.Areas[0].FirstWord, found.Areas[0].WordCount) & spoken) == 0) ReadArea(reading, found.Areas[0], question);
    }

    private void ReadPlace(Reading reading, PlacesInText found, TypedWords words, SearchQuestion question, uint spoken)
    {
        PlaceMention? best = null;
        foreach (var place in found.Places)
        {
            // The words say what is sought; a village of that name may at most stand beside.
            if ((QuestionReader.Mask(place.FirstWord, place.WordCount) & spoken) != 0) continue;
            if (place.Candidates[0].Prominence == 0 && _vocabulary.IsNoTown(string.Join(' ', words.Folded, place.FirstWord, place.WordCount))) continue;
            if (best is null || Weight(place) > Weight(best)) best = place;
        }
        if (best is null)
        {
            ReadAlias(reading, words, question);
            return;
        }
        var name = string.Join(' ', words.Folded, best.FirstWord, best.WordCount);
        var candidates = best.Candidates.ToList();
        if (question.Country is { } country && candidates.FindAll(p => p.Country == country) is { Count: > 0 } inCountry) candidates = inCountry;
        var alias = AliasOf(name, question);
        reading.Place = alias ?? (question.Near is { } near && candidates.Count > 1 && NearestOf(candidates, near) is { } nearest ? nearest : candidates[0]);
        reading.PlaceIsCertain = best.Certain;
        reading.Choices = [.. candidates.Where(p => !ReferenceEquals(p, reading.Place)).Take(9)];
    }

    private static int Weight(PlaceMention place) => (place.Certain ? 8 : 0) + place.Candidates[0].Prominence * 2 + (place.Corrected ? 0 : 1);

    // Who stands near a San Antonio means that one, unless a far better known one was named.
    private static GazetteerPlace? NearestOf(List<GazetteerPlace> candidates, GeoPoint near)
    {
        var from = Plane.From(near);
        var nearest = candidates.MinBy(p => from.Squared(p.Point));
        return nearest is not null && nearest.Prominence >= candidates[0].Prominence - 1 && from.Squared(nearest.Point) <= SameNameNearby ? nearest : null;
    }

    private void ReadAlias(Reading reading, TypedWords words, SearchQuestion question)
    {
        for (var count = Math.Min(4, words.Count); count > 0; count--)
            for (var first = 0; first + count <= words.Count; first++)
                if (AliasOf(string.Join(' ', words.Folded, first, count), question) is { } place)
                {
                    (reading.Place, reading.PlaceIsCertain) = (place, true);
                    return;
                }
    }

    private GazetteerPlace? AliasOf(string name, SearchQuestion question) =>
        _aliases.TryGetValue(name, out var alias) && (alias.OnlyIn is null ? question.Country is null || question.Country == alias.Place.Country : alias.OnlyIn == question.Country) ? alias.Place : null;

    private static void ReadCountries(Reading reading, PlacesInText found, TypedWords words, SearchQuestion question, bool isConsular)
    {
        var isHereKnown = question.Near is not null || question.Country is not null || reading.Place is not null;
        foreach (var named in found.Countries)
        {
            var code = Codes.Country(named.Country);
            var isInside = named.FirstWord > 0 && Inside.Contains(words.Folded[named.FirstWord - 1]);
            var isPartOfPlace = found.Places.Any(p => p.FirstWord <= named.FirstWord && named.FirstWord < p.FirstWord + p.WordCount);
            if (isPartOfPlace || named.Kind == CountryWord.Code)
            {
                if (reading.Place is null || reading.Place.Country == named.Country) reading.Country = code;
                continue;
            }
            if (isConsular && reading.Nationality == 0 && (named.Kind == CountryWord.People || !isInside)) reading.Nationality = code;
            else if (named.Kind == CountryWord.Name && !IsFar(reading, words, named, isHereKnown, isInside)) reading.Country = code;
        }
        if (reading.Nationality != 0 && reading.Nationality == Codes.Country(question.Country)) reading.Nationality = 0;
        if (reading.Place is { } place && reading.Country != 0 && reading.Country != Codes.Country(place.Country)) reading.Country = 0;
    }

    private static bool IsFar(Reading reading, TypedWords words, CountryMention named, bool isHereKnown, bool isInside)
    {
        for (var i = Math.Max(0, named.FirstWord - WordsBack); i < named.FirstWord; i++) if (Outside.Contains(words.Folded[i])) return true;
        if ((reading.Kinds & SentFar) != 0 && isHereKnown) return true;
        return isHereKnown && !isInside && words.Count > named.WordCount + 3;
    }

    private void ReadArea(Reading reading, AreaMention mention, SearchQuestion question)
    {
        var areas = mention.Candidates.Where(a => question.Country is null || a.Country == question.Country).ToList();
        if (areas.Count == 0) return;
        reading.Place = _gazetteer.All.Where(p => p.Admin1Code == areas[0].Code).OrderByDescending(p => p.Prominence).ThenBy(p => p.Number).FirstOrDefault();
        reading.PlaceIsCertain = true;
    }

    private GazetteerPlace? Described(string description)
    {
        var parts = description.Split(", ");
        var named = _gazetteer.Named(parts[0], parts[^1]).ToList();
        if (parts.Length == 3 && named.Find(p => FoldedText.Fold(p.Admin1Name).Contains(FoldedText.Fold(parts[1]), StringComparison.Ordinal)) is { } ofArea) return ofArea;
        return named.Count > 0 ? named[0] : null;
    }
}
