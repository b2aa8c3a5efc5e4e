using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>Reads the words of a question: the longest phrases first, so that "no puedo volver a mi país" is never a wish to return.</summary>
internal sealed class QuestionReader(Vocabulary vocabulary, Gazetteer gazetteer)
{
    private const int MostLetters = 200;
    private const int WordsBefore = 3;
    private const int WordsOfSentence = 3;
    private readonly WhereReader _where = new(gazetteer, vocabulary);

    /// <param name="isName">Whether a form stands in the name of some entry.</param>
    /// <param name="but">A place that is not meant.</param>
    public Reading Read(SearchQuestion question, Func<string, bool> isName, GazetteerPlace? but = null)
    {
        var text = question.Text.Length > MostLetters ? question.Text[..MostLetters] : question.Text;
        if (string.IsNullOrWhiteSpace(text)) return Reading.OfNothing();
        var found = gazetteer.FindIn(text);
        if (but is not null) found = found with { Places = [.. found.Places.Where(p => !p.Candidates.Contains(but))] };
        if (found.Text.Words.Count == 0) return Reading.OfNothing();
        var language = Math.Max(0, Languages.All.ToList().IndexOf(question.Language));
        var where = Covered(found, p => p.Certain && !p.Corrected);
        var countries = 0u;
        foreach (var country in found.Countries) countries |= Mask(country.FirstWord, country.WordCount);
        var nations = vocabulary.Nations.In(found.Text).FindAll(n => (Mask(n.FirstWord, n.WordCount) & (where | countries)) == 0);
        foreach (var nation in nations) countries |= Mask(nation.FirstWord, nation.WordCount);
        var words = TypedWords.Of(found.Text, vocabulary, language, i => ((where | countries) >> i & 1) == 1, isName);
        var phrases = Phrases(words, language, found);

        TurnRefusals(phrases, words);
        Join(phrases, words);
        var (spoken, meant) = (0u, 0u);
        foreach (var phrase in phrases)
        {
            if (phrase.Meaning.Says != Says.Nothing) meant |= phrase.Mask;
            if (phrase.Meaning.Says == Says.Kinds) spoken |= phrase.Mask;
        }
        var reading = new Reading { Corrected = words.Corrected(text, found.Text, meant) };
        reading.Language = (phrases.Find(p => p.Meaning is { Says: Says.Kinds, IsStrong: true }) is { Meaning: { } strong } ? strong : phrases.Find(p => p.Meaning is { Says: Says.Kinds }).Meaning)?.Language ?? -1;
        KindReader.Read(reading, phrases);
        found = found with { Places = [.. found.Places.Where(p => !IsNameOfEntry(p, found, words, meant, isName))] };
        if (reading.SeeksConsulate || question.Kinds.Contains(PlaceKinds.Consular)) found = found with { Countries = WithNations(found, nations, words, phrases, isName) };
        _where.Read(reading, found, words, question, spoken);
        ReadNames(reading, words, phrases, found);
        return reading;
    }

    private List<Phrase> Phrases(TypedWords words, int language, PlacesInText found)
    {
        var (taken, phrases) = (0u, new List<Phrase>());
        for (var count = Math.Min(vocabulary.Longest + 3, words.Count); count > 0; count--)
            for (var first = 0; first + count <= words.Count; first++)
            {
                var mask = Mask(first, count);
                if ((taken & mask) != 0 || count > 1 && !vocabulary.MayBegin(words.Form(first))) continue;
                var meaning = vocabulary.Of(words.Whole(first, count), language)
                    ?? (words.Telling(first, count) is { IsEmpty: false } telling ? vocabulary.Of(telling, language) : null);
                if (meaning is null || IsPartOfPlace(found, mask)) continue;
                taken |= mask;
                phrases.Add(new(first, count, meaning));
            }
        return phrases;
    }

    // What two words mean together replaces what each of them would mean alone.
    private void Join(List<Phrase> phrases, TypedWords words)
    {
        var taken = 0u;
        foreach (var phrase in phrases) if (phrase.Count >= WordsOfSentence && phrase.Meaning.Says == Says.Kinds) taken |= phrase.Mask;
        foreach (var (meaning, mask) in vocabulary.Together.In(words, taken))
        {
            phrases.RemoveAll(p => (p.Mask & ~mask) == 0 && p.Meaning.Says == Says.Kinds);
            var first = System.Numerics.BitOperations.TrailingZeroCount(mask);
            phrases.Add(new(first, 32 - System.Numerics.BitOperations.LeadingZeroCount(mask) - first, meaning, mask));
        }
    }

    // Where a consulate is sought "us", "british" and "ganes" are countries. Two letters are one only beside the word for it.
    private List<CountryMention> WithNations(PlacesInText found, List<CountryMention> nations, TypedWords words, List<Phrase> phrases, Func<string, bool> isName)
    {
        var (consular, said) = (0u, Covered(found, _ => true));
        foreach (var phrase in phrases)
        {
            said |= phrase.Mask;
            if (phrase.Meaning.HasKind(Codes.Consular)) consular |= phrase.Mask;
        }
        foreach (var country in found.Countries) said |= Mask(country.FirstWord, country.WordCount);
        var all = nations.FindAll(n => n.Kind != CountryWord.Code || ((Mask(n.FirstWord, n.WordCount) << 1 | Mask(n.FirstWord, n.WordCount) >> 1) & consular) != 0)
            .ConvertAll(n => n.Kind == CountryWord.Code ? n with { Kind = CountryWord.People } : n);
        // A mistake is looked for only where no country was named, and never in a word that some entry has: "Portland" is not Poland.
        for (var i = 0; i < words.Count && all.Count == 0 && found.Countries.Count == 0; i++)
            if ((said >> i & 1) == 0 && !isName(Stem.Of(words.Folded[i])) && !words.IsDropped(i) && !vocabulary.IsOrdinary(words.Folded[i]) && vocabulary.Nations.Mended(words.Folded[i]) is var (country, kind)) all.Add(new(country, kind, i, 1));
        return [.. found.Countries.Concat(all).OrderBy(c => c.FirstWord)];
    }

    // "No quiero volver a mi país" holds the words of a wish to return: shown a consulate and a bus, she is sent to her death.
    private void TurnRefusals(List<Phrase> phrases, TypedWords words)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            var (first, count, meaning, _) = phrases[i];
            if (meaning.Says != Says.Kinds || meaning.Kinds[0] != Codes.ReturnReception) continue;
            var isCreole = Languages.All[meaning.Language] == "ht";
            for (var at = Math.Max(0, first - WordsBefore); at < first + count; at++)
                if (vocabulary.IsRefusal(words.Folded[at], isCreole)) phrases[i] = new(first, count, meaning with { Kinds = [Codes.AsylumAuthority, Codes.Legal], For = -1 });
        }
    }

    // "Agua Prieta" is a town, not water; "estación migratoria" is no village called La Estación.
    private static bool IsPartOfPlace(PlacesInText found, uint mask)
    {
        foreach (var place in found.Places)
        {
            var covered = Mask(place.FirstWord, place.WordCount);
            if (!place.Certain || place.Corrected || (covered & mask) == 0) continue;
            if ((mask & ~covered) == 0 || place.Candidates[0].Prominence > 0 && (covered & ~mask) != 0) return true;
        }
        return false;
    }

    // "San Juan Diego" is a shelter and not the village of San Juan: the word behind it belongs to it and stands in names.
    private bool IsNameOfEntry(PlaceMention place, PlacesInText found, TypedWords words, uint meant, Func<string, bool> isName)
    {
        var next = place.FirstWord + place.WordCount;
        if (place.Candidates[0].Prominence > 0 || next >= words.Count || words.Folded[next].Length < 3 || (meant >> next & 1) == 1) return false;
        if (vocabulary.IsOrdinary(words.Folded[next]) || words.IsDropped(next) || vocabulary.IsWord(words.Form(next))) return false;
        var isTold = found.Countries.Any(c => c.FirstWord == next) || found.Areas.Any(a => a.FirstWord == next) || found.Places.Any(p => p.FirstWord == next);
        return !isTold && isName(Stem.Of(words.Folded[next]));
    }

    private void ReadNames(Reading reading, TypedWords words, List<Phrase> phrases, PlacesInText found)
    {
        var (said, silent, kinds) = (0u, 0u, 0u);
        foreach (var phrase in phrases)
        {
            if (phrase.Meaning.Says == Says.Nothing) silent |= phrase.Mask;
            else said |= phrase.Mask;
            if (phrase.Meaning.Says == Says.Kinds) kinds |= phrase.Mask;
        }
        foreach (var country in found.Countries) said |= Mask(country.FirstWord, country.WordCount);
        // A village of three words ("San Juan de Dios") is as often the name of a hospital.
        said |= Covered(found, p => p.Certain && (p.Candidates[0].Prominence > 0 || p.WordCount < 3));
        for (var i = 0; i < words.Count; i++)
        {
            var word = words.Folded[i];
            if (word.Length < 2 || words.IsDropped(i)) continue;
            var isExplained = (said >> i & 1) == 1;
            if ((vocabulary.Subjects.Of(words.Form(i)) ?? vocabulary.Subjects.Of(Stem.Of(word))) is { } subject && ((said & ~kinds) >> i & 1) == 0)
                reading.Name(new(subject, isExplained ? NameKind.Subject : NameKind.FreeSubject));
            if ((silent >> i & 1) == 1 || !isExplained && (vocabulary.IsOrdinary(word) || vocabulary.IsNoTown(word))) continue;
            if (!isExplained && vocabulary.Subjects.Of(words.Form(i)) is not null) continue;
            reading.Name(new(Stem.Of(word), !isExplained ? NameKind.Free : (kinds >> i & 1) == 1 ? NameKind.Kind : NameKind.Explained));
        }
    }

    private static uint Covered(PlacesInText found, Func<PlaceMention, bool> which)
    {
        var mask = 0u;
        foreach (var place in found.Places) if (which(place)) mask |= Mask(place.FirstWord, place.WordCount);
        return mask;
    }

    internal static uint Mask(int first, int count) => ((1u << count) - 1) << first;
}

/// <summary>A run of words that means something.</summary>
internal readonly record struct Phrase(int First, int Count, Meaning Meaning, uint Mask)
{
    public Phrase(int first, int count, Meaning meaning)
        : this(first, count, meaning, QuestionReader.Mask(first, count))
    {
    }
}
