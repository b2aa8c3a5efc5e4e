using System.Globalization;

namespace Amparo.Publication;

/// <summary>
/// The words that people use for what they seek, in five languages, ready to be asked. Loaded once from the lists in
/// <c>Search/Words</c>; immutable.
/// </summary>
public sealed partial class Vocabulary
{
    private const int ShortestForeign = 2;
    private const string AnyChildsAge = "#";
    private readonly Dictionary<string, Meaning[]> _phrases = [];
    private readonly Dictionary<string, Meaning[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Dictionary<string, string> _short = [];
    private readonly HashSet<string> _ordinary = [];
    private readonly HashSet<string> _right = [];
    private readonly HashSet<string> _dropped = [];
    private readonly HashSet<string> _notTowns = [];
    private readonly HashSet<string> _refusals = [];
    private readonly HashSet<string> _refusalsInCreole = [];
    private readonly HashSet<string> _first = [];
    private readonly HashSet<string> _words = [];

    private Vocabulary()
    {
        _bySpan = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        var everyday = WordFiles.Read<EverydayWords>("everyday");
        foreach (var (from, to) in everyday.Short) _short[FoldedText.Fold(from)] = FoldedText.Fold(to);
        foreach (var word in everyday.Ordinary) _ordinary.Add(FoldedText.Fold(word));
        foreach (var word in everyday.NotTowns) _notTowns.Add(FoldedText.Fold(word));
        foreach (var word in everyday.Refusals) _refusals.Add(FoldedText.Fold(word));
        foreach (var word in everyday.RefusalsInCreole) _refusalsInCreole.Add(FoldedText.Fold(word));
        foreach (var word in everyday.Dropped) _dropped.Add(FoldedText.Fold(word));
        foreach (var word in WordFiles.Read<List<string>>("right")) _right.Add(FoldedText.Fold(word));
        var mending = new MendingBuilder();
        foreach (var group in WordFiles.Read<List<WordGroup>>("synonyms")) Add(group, mending);
        foreach (var group in WordFiles.Read<List<ModifierGroup>>("modifiers")) Add(group, mending);
        Subjects = new(WordFiles.Read<List<List<string>>>("subjects"));
        Nations = new(WordFiles.Read<Dictionary<string, Nation>>("nations"));
        Add(WordFiles.Read<TogetherWords>("together"), mending);
        Mending = mending.Build();
        Aliases = WordFiles.Read<List<PlaceAlias>>("place-aliases");
    }

    /// <summary>The vocabulary of this version.</summary>
    public static Vocabulary Current { get; } = new();

    internal Mending Mending { get; }

    internal IReadOnlyList<PlaceAlias> Aliases { get; }

    internal Subjects Subjects { get; }

    internal Nations Nations { get; }

    internal Together Together { get; } = new();

    /// <summary>The most words that a phrase has.</summary>
    internal int Longest { get; private set; }

    internal bool IsOrdinary(string folded) => _ordinary.Contains(folded);

    /// <summary>A common word that says nothing to us and is no mistake: "foot" is not "food", nor "travesía" a word for trans people. It may stand in a name.</summary>
    internal bool IsRight(string folded) => _right.Contains(folded);

    /// <summary>Articles and the like, which may stand in a phrase or not: "me quitaron mi pasaporte", "me quitaron el pasaporte".</summary>
    internal bool IsDropped(string folded) => _dropped.Contains(folded);

    /// <summary>"En la selva" is no village of that name, unless the country stands behind it.</summary>
    internal bool IsNoTown(string folded) => _notTowns.Contains(folded);

    /// <summary>"No", "miedo", "peur": before a wish to return they turn it round. "Pa" is that in Creole, and "for" in hasty Spanish.</summary>
    internal bool IsRefusal(string folded, bool isCreole) => _refusals.Contains(folded) || isCreole && _refusalsInCreole.Contains(folded);

    internal string? LongForm(string folded) => _short.GetValueOrDefault(folded);

    internal bool MayBegin(string form) => _first.Contains(form);

    internal bool IsWord(string form) => _words.Contains(form);

    /// <summary>What these words mean: in the reader's language, else in the first that knows them, words that say something first.</summary>
    internal Meaning? Of(ReadOnlySpan<char> forms, int language)
    {
        if (!_bySpan.TryGetValue(forms, out var meanings)) return null;
        Meaning? best = null;
        // "Me" is a nun in Creole and "me" in four other languages.
        var isTooShort = forms.Length <= ShortestForeign;
        foreach (var meaning in meanings)
        {
            if (meaning.Language == language) return meaning;
            if (isTooShort && meaning.Says == Says.Kinds) continue;
            if (best is null || best.Says == Says.Nothing && meaning.Says != Says.Nothing) best = meaning;
        }
        return best;
    }

    /// <summary>The form under which a word is looked up. All ages under 18 are one word: "tengo 15 años" holds for 12 too.</summary>
    internal static string Form(string folded) =>
        folded.Length <= 2 && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 4 and < 18 ? AnyChildsAge : Stem.Of(folded);

    private void Add(WordGroup group, MendingBuilder mending)
    {
        var meaning = new Meaning(Language(group.Lang), Says.Kinds, [.. group.Kinds.Select(k => Known(Codes.Kind(k), k))],
            group.For is { } who ? Known(Codes.Population(who), who) : -1, group.Weight == "strong", group.Both);
        foreach (var phrase in group.Words) Add(phrase, meaning, mending);
    }

    private void Add(ModifierGroup group, MendingBuilder mending)
    {
        var says = group.Meaning switch
        {
            "open_now" => Says.OpenNow, "near_me" => Says.NearMe, "asks_no_papers" => Says.AsksNoPapers, "free" => Says.Free, "filler" => Says.Nothing,
            _ => throw new InvalidDataException($"modifiers.json: {group.Meaning}"),
        };
        foreach (var phrase in group.Words) Add(phrase, new Meaning(Language(group.Lang), says, []), says == Says.Nothing ? null : mending);
    }

    private void Add(TogetherWords together, MendingBuilder mending)
    {
        foreach (var pair in together.Pairs)
            foreach (var (lang, one) in together.Sets[pair.One])
            {
                if (!together.Sets[pair.Other].TryGetValue(lang, out var other)) continue;
                var meaning = new Meaning(Language(lang), Says.Kinds, [.. pair.Kinds.Select(k => Known(Codes.Kind(k), k))], pair.For is { } who ? Known(Codes.Population(who), who) : -1);
                Together.Add(one.Select(p => Known(p, meaning, mending)), other.Select(p => Known(p, meaning, mending)), meaning);
            }
    }

    // Its words are mended too: they say nothing alone, and so are written as they stand in the list.
    private string Known(string phrase, Meaning meaning, MendingBuilder mending)
    {
        if (phrase == AnyChildsAge) return phrase;
        var text = FoldedText.Of(phrase);
        var words = text.Words.Select((_, i) => text.Span(i, 1).ToString()).ToArray();
        for (var i = 0; i < words.Length; i++) mending.Add(words[i], phrase.Substring(text.Words[i].Start, text.Words[i].Length), words.Length == 1, meaning.Language);
        var forms = words.Select(Form).ToArray();
        _words.UnionWith(forms);
        return string.Join(' ', forms);
    }

    private void Add(string phrase, Meaning meaning, MendingBuilder? mending)
    {
        var text = FoldedText.Of(phrase);
        var words = text.Words.Select((_, i) => text.Span(i, 1).ToString()).ToArray();
        if (words.Length == 0) return;
        Longest = Math.Max(Longest, words.Length);
        Put([.. words.Select(Form)], meaning);
        // One word that is left of several would mean too much: "de noche" is an hour, "noche" is not.
        var telling = words.Where(w => !_dropped.Contains(w)).Select(Form).ToArray();
        if (telling.Length >= 2 && telling.Length < words.Length) Put(telling, meaning);
        if (mending is null) return;
        // Among the words for gay and trans people are some that insult: they are understood, and never written by us.
        var isShown = meaning.For != Codes.Population(Contracts.Places.Populations.Lgbti);
        for (var i = 0; i < words.Length; i++)
            mending.Add(words[i], isShown ? phrase.Substring(text.Words[i].Start, text.Words[i].Length).ToLowerInvariant() : null, words.Length == 1, meaning.Language);
    }

    private void Put(string[] forms, Meaning meaning)
    {
        _first.Add(forms[0]);
        _words.UnionWith(forms);
        var key = string.Join(' ', forms);
        var known = _phrases.GetValueOrDefault(key, []);
        var same = Array.FindIndex(known, m => m.Language == meaning.Language);
        if (same < 0) _phrases[key] = [.. known, meaning];
        // "Sin papeles" asks for papers where it stands alone, and for a place that wants none where it stands behind "albergue".
        else if (known[same].Says == Says.Kinds && meaning.Says is not (Says.Kinds or Says.Nothing)) _phrases[key][same] = meaning with { Kinds = known[same].Kinds, IsStrong = false };
    }

    private static int Language(string code) => Languages.All.ToList().IndexOf(code) is >= 0 and var at ? at : throw new InvalidDataException($"language {code}");

    private static int Known(int number, string code) => number >= 0 ? number : throw new InvalidDataException($"Search/Words: {code} is no code of ours");
}
