namespace Amparo.Kernel;

/// <summary>
/// Finds towns, areas and countries in what somebody typed. Long names come before short ones and exact ones before
/// mistyped ones. A word that is also an ordinary word is a town only where the text says so: "comida" must never send
/// a hungry person to a village called Comida.
/// </summary>
internal sealed class PlaceFinder(GazetteerPlace[] places, PlaceNames names, NearNames near, AreaNames areas, CountryNames countries, OrdinaryWords words)
{
    private const int MostWords = 24;
    private const int MostWordsInName = 8;
    private const int ShortestCertainName = 5;
    private const int ShortestMistypedAlone = 8;

    public PlacesInText Find(string query)
    {
        var text = FoldedText.Of(query, MostWords);
        var run = new Run(text, countries.In(text));
        for (var count = Math.Min(MostWordsInName, text.Words.Count); count > 0; count--)
        {
            for (var first = 0; first + count <= text.Words.Count; first++)
                if (!run.IsTaken(first, count)) TryExact(run, first, count);
            for (var first = 0; first + count <= text.Words.Count; first++)
                if (!run.IsTaken(first, count)) TryMistyped(run, first, count);
        }
        return run.Result();
    }

    private void TryExact(Run run, int first, int count)
    {
        var said = run.Text.Span(first, count);
        var key = names.LowerBound(said);
        var isPlace = names.Is(key, said);
        // "Nuevo León", "Hidalgo" and "La Libertad" are also villages: who says them means the area.
        var isKnownPlace = isPlace && places[names.Numbers(key)[0]].Prominence > 0;
        if (!isKnownPlace && count <= areas.LongestInWords && areas.Said(said) is { Count: > 0 } meant && !run.CountryIs(first, count)
            && (!AreOrdinary(run, first, count) || count == run.Text.Words.Count || HasPrepositionBefore(run, first) || CountryAfter(run, first + count, out _) is not null))
            run.Take(new AreaMention(Chosen(meant, run, first, count), first, count));
        else if (isPlace) TryTake(run, first, count, key, corrected: false);
    }

    private void TryMistyped(Run run, int first, int count)
    {
        if (!MayBegin(run, first) || !MayBegin(run, first + count - 1) || run.CountryOver(first, count)) return;
        var key = near.Find(run.Text.Span(first, count), word => !words.IsKnown(word) && !countries.IsWord(word));
        if (key >= 0) TryTake(run, first, count, key, corrected: true);
    }

    private void TryTake(Run run, int first, int count, int key, bool corrected)
    {
        var candidates = new List<GazetteerPlace>();
        foreach (var number in names.Numbers(key)) candidates.Add(places[number]);
        var (chosen, after, isChosen) = Narrowed(run, first, count, candidates);
        if (run.CountryIs(first, count) && !isChosen) return;
        if (!Holds(run, first, count, candidates[0], isChosen, corrected, out var certain)) return;
        // "hn" behind a place was a code and is now told as one.
        if (isChosen && after == 1 && !run.CountryOver(first + count, 1) && CountryNames.Code(run.Text.Span(first + count, 1)) is { } code)
            run.Countries.Add(new(code, CountryWord.Code, first + count, 1));
        run.Take(new PlaceMention(chosen, first, count + after, corrected, certain));
    }

    /// <summary>Whether the words may be read as a town here. <paramref name="isChosen"/>: its country or area stands behind it.</summary>
    private bool Holds(Run run, int first, int count, GazetteerPlace best, bool isChosen, bool corrected, out bool certain)
    {
        var known = best.Prominence > 0;
        var signed = isChosen || HasPrepositionBefore(run, first);
        var length = run.Text.Words[first].FoldedLength;
        certain = signed || known || count > 1;
        if (AreStrict(run, first, count)) return isChosen || signed && known;
        if (!AreOrdinary(run, first, count))
            return count > 1 || known || signed || (corrected ? length >= ShortestMistypedAlone : length >= ShortestCertainName || run.Text.Words.Count == 1);

        // All its words are ordinary ones: "Paso Canoas" can still be nothing else, "La Paz" can.
        var telling = known && TellingWords(run, first, count) > 1;
        certain = signed || telling;
        if (certain) return true;
        if (first > 0 && words.IsArticle(run.Text.Span(first - 1, 1))) return false;
        if (count == run.Text.Words.Count) return true;
        return first + count == run.Text.Words.Count && AnyStrict(run, 0, first) || first == 0 && AnyStrict(run, count, run.Text.Words.Count);
    }

    private bool HasPrepositionBefore(Run run, int first) => first > 0 && words.IsPreposition(run.Text.Span(first - 1, 1));

    /// <summary>The candidates of the area or country that stands behind the name, and how many words that is.</summary>
    private (IReadOnlyList<GazetteerPlace> Chosen, int After, bool IsChosen) Narrowed(Run run, int first, int count, List<GazetteerPlace> candidates)
    {
        var inAreas = AreaAfter(run, first + count, out var areaWords);
        if (inAreas.Count > 0 && candidates.FindAll(place => inAreas.Any(area => area.Code == place.Admin1Code)) is { Count: > 0 } ofArea)
            return (ofArea, run.IsTaken(first + count, areaWords) ? 0 : areaWords, true);
        if (CountryAfter(run, first + count, out var countryWords) is { } country && candidates.FindAll(place => place.Country == country) is { Count: > 0 } ofCountry)
            return (ofCountry, run.IsTaken(first + count, countryWords) ? 0 : countryWords, true);
        // Named elsewhere a country only orders: who goes back to Honduras from Monterrey is not in the Honduran village.
        if (run.Countries.Find(named => named.Kind == CountryWord.Name && candidates.Exists(place => place.Country == named.Country)) is { } elsewhere)
            return ([.. candidates.OrderByDescending(place => place.Prominence).ThenByDescending(place => place.Country == elsewhere.Country)], 0, false);
        return (candidates, 0, false);
    }

    private string? CountryAfter(Run run, int next, out int covered)
    {
        covered = 0;
        if (next >= run.Text.Words.Count) return null;
        var skipped = next + 1 < run.Text.Words.Count && words.IsFiller(run.Text.Span(next, 1)) ? 1 : 0;
        if (run.Countries.Find(c => c.Kind == CountryWord.Name && (c.FirstWord == next || c.FirstWord == next + skipped)) is { } named)
        {
            covered = named.FirstWord - next + named.WordCount;
            return named.Country;
        }
        covered = 1;
        return CountryNames.Code(run.Text.Span(next, 1)) is { } code && (code is not ("NI" or "PA") || next == run.Text.Words.Count - 1) ? code : null;
    }

    private IReadOnlyList<GazetteerArea> AreaAfter(Run run, int next, out int covered)
    {
        for (covered = Math.Min(areas.LongestInWords, run.Text.Words.Count - next); covered > 0; covered--)
            if (areas.Said(run.Text.Span(next, covered)) is { Count: > 0 } meant) return meant;
        return [];
    }

    private IReadOnlyList<GazetteerArea> Chosen(IReadOnlyList<GazetteerArea> meant, Run run, int first, int count) =>
        CountryAfter(run, first + count, out _) is { } country && meant.Where(area => area.Country == country).ToList() is { Count: > 0 } one ? one : meant;

    private bool MayBegin(Run run, int word) => !words.IsPreposition(run.Text.Span(word, 1)) && !words.IsStrict(run.Text.Span(word, 1));

    private bool AreStrict(Run run, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            if (run.Text.Span(i, 1) is var word && !words.IsStrict(word) && !words.IsFiller(word)) return false;
        return true;
    }

    private bool AreOrdinary(Run run, int first, int count)
    {
        for (var i = first; i < first + count; i++) if (!words.IsKnown(run.Text.Span(i, 1))) return false;
        return true;
    }

    private bool AnyStrict(Run run, int from, int to)
    {
        for (var i = from; i < to; i++) if (words.IsStrict(run.Text.Span(i, 1))) return true;
        return false;
    }

    /// <summary>How many words are neither of, the, in, nor what people ask for; none where one of them is.</summary>
    private int TellingWords(Run run, int first, int count)
    {
        if (AnyStrict(run, first, first + count)) return 0;
        var telling = 0;
        for (var i = first; i < first + count; i++) if (!words.IsFiller(run.Text.Span(i, 1))) telling++;
        return telling;
    }

    /// <summary>One query: its words, which of them are spoken for, and what was found.</summary>
    private sealed class Run(FoldedText text, List<CountryMention> countries)
    {
        private readonly List<PlaceMention> _places = [];
        private readonly List<AreaMention> _areas = [];
        private uint _taken;

        public FoldedText Text => text;
        public List<CountryMention> Countries => countries;

        public bool IsTaken(int first, int count) => (_taken & Mask(first, count)) != 0;

        /// <summary>A country's name is at least as long as these words.</summary>
        public bool CountryIs(int first, int count) => countries.Exists(c => c.FirstWord <= first && c.FirstWord + c.WordCount >= first + count);

        public bool CountryOver(int first, int count) => countries.Exists(c => (Mask(c.FirstWord, c.WordCount) & Mask(first, count)) != 0);

        public void Take(PlaceMention mention) { _places.Add(mention); _taken |= Mask(mention.FirstWord, mention.WordCount); }

        public void Take(AreaMention mention) { _areas.Add(mention); _taken |= Mask(mention.FirstWord, mention.WordCount); }

        // A country behind a place belongs to it and is told as well; inside a longer name ("Tecpán Guatemala") it is none.
        public PlacesInText Result()
        {
            countries.RemoveAll(c => _places.Exists(p => p.FirstWord <= c.FirstWord && c.FirstWord + c.WordCount <= p.FirstWord + p.WordCount
                && !p.Candidates.All(place => place.Country == c.Country)));
            return new(text, [.. _places.OrderBy(p => p.FirstWord)], [.. _areas.OrderBy(a => a.FirstWord)], countries);
        }

        private static uint Mask(int first, int count) => ((1u << count) - 1) << first;
    }
}
