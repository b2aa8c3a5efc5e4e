namespace Amparo.Publication;

/// <summary>Words of entries, and the entries that have them in the order of the segment.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly string[] _words;
    private readonly int[] _postingsFrom;
    private readonly int[] _postings;
    private readonly int[] _wordsFrom;
    private readonly int[] _wordsOf;
    private readonly WordMarks[] _marks;
    private readonly Dictionary<string, int> _bySound = [];

    public WordTable(Row[] rows)
    {
        var all = rows.Sum(r => r.Words.Length);
        (_wordsFrom, _wordsOf, _marks) = (new int[rows.Length + 1], new int[all], Array.ConvertAll(rows, r => r.Marks));
        var at = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            _wordsFrom[i] = at;
            foreach (var word in rows[i].Words)
            {
                if (!_numbers.TryGetValue(word, out var number)) _numbers[word] = number = _numbers.Count;
                _wordsOf[at++] = number;
            }
        }
        _wordsFrom[rows.Length] = at;
        _words = new string[_numbers.Count];
        foreach (var (word, number) in _numbers) _words[number] = word;
        (_postingsFrom, _postings) = Postings(rows.Length);
        foreach (var word in _words.Order(StringComparer.Ordinal)) _bySound.TryAdd(Sound.Of(word), _numbers[word]);
    }

    /// <summary>Minus one where no entry has it.</summary>
    public int NumberOf(string word) => _numbers.GetValueOrDefault(word, -1);

    /// <summary>A word of some entry that sounds the same; null where there is none.</summary>
    public string? ByEar(string word) => word.Length > 3 && _bySound.TryGetValue(Sound.Of(word), out var number) ? _words[number] : null;

    public ReadOnlySpan<int> With(int word) => word < 0 ? [] : _postings.AsSpan(_postingsFrom[word], _postingsFrom[word + 1] - _postingsFrom[word]);

    /// <summary>Where the entry has the word, as <see cref="WordMarks.Of"/>; 0 where it has not.</summary>
    public int Has(int entry, int word)
    {
        var own = _wordsOf.AsSpan(_wordsFrom[entry], _wordsFrom[entry + 1] - _wordsFrom[entry]);
        var at = own.IndexOf(word);
        return at < 0 ? 0 : _marks[entry].Of(at);
    }

    public string[] Of(int entry)
    {
        var own = _wordsOf.AsSpan(_wordsFrom[entry], _wordsFrom[entry + 1] - _wordsFrom[entry]);
        var words = new string[own.Length];
        for (var i = 0; i < words.Length; i++) words[i] = _words[own[i]];
        return words;
    }

    private (int[] From, int[] Entries) Postings(int entries)
    {
        var from = new int[_words.Length + 1];
        foreach (var word in _wordsOf) from[word + 1]++;
        for (var i = 0; i < _words.Length; i++) from[i + 1] += from[i];
        var next = from.AsSpan(0, _words.Length).ToArray();
        var all = new int[_wordsOf.Length];
        for (var entry = 0; entry < entries; entry++)
            for (var i = _wordsFrom[entry]; i < _wordsFrom[entry + 1]; i++) all[next[_wordsOf[i]]++] = entry;
        return (from, all);
    }
}
