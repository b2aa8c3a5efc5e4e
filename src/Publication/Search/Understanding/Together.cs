namespace Amparo.Publication;

/// <summary>
/// Pairs of sets of words of which one of each must stand in a question, in any order and with anything between: who hits,
/// and that it is her husband; who does not pay, and that he is the boss. No list of whole sentences would be long enough.
/// </summary>
internal sealed class Together
{
    private const int Longest = 4;
    private readonly Dictionary<string, List<int>> _sides = [];
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<Meaning> _meanings = [];

    public Together() => _bySpan = _sides.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Phrases, each with the sides on which it stands: twice the number of a meaning, and one more for the other side.</summary>
    public IReadOnlyDictionary<string, List<int>> Sides => _sides;

    public IReadOnlyList<Meaning> Meanings => _meanings;

    /// <param name="one">Phrases of at most four words, as forms joined by spaces.</param>
    public void Add(IEnumerable<string> one, IEnumerable<string> other, Meaning meaning)
    {
        foreach (var phrase in one) Put(phrase, 2 * _meanings.Count);
        foreach (var phrase in other) Put(phrase, 2 * _meanings.Count + 1);
        _meanings.Add(meaning);
    }

    /// <summary>What the words mean together, and which words say so; in the order of the list.</summary>
    /// <param name="taken">Bits of words that say something else already.</param>
    public List<(Meaning Meaning, uint Mask)> In(TypedWords words, uint taken)
    {
        var said = new SortedDictionary<int, uint>();
        for (var count = Longest + 1; count > 0; count--)
            for (var first = 0; first + count <= words.Count; first++)
            {
                var mask = QuestionReader.Mask(first, count);
                if ((mask & taken) != 0 || !_bySpan.TryGetValue(words.Whole(first, count), out var sides) && !_bySpan.TryGetValue(words.Telling(first, count), out sides)) continue;
                // The longer phrase was met first; a shorter one within it says nothing new, nor does a word that is both sides.
                foreach (var side in sides)
                    if (!said.ContainsKey(side) && (said.GetValueOrDefault(side ^ 1) & mask) == 0) said[side] = mask;
            }
        var found = new List<(Meaning, uint)>();
        foreach (var (side, mask) in said)
            if ((side & 1) == 0 && said.TryGetValue(side + 1, out var other)) found.Add((_meanings[side / 2], mask | other));
        return found;
    }

    private void Put(string phrase, int side)
    {
        if (phrase.Length == 0 || phrase.Count(letter => letter == ' ') >= Longest) throw new InvalidDataException($"together.json: {phrase} is empty or too long.");
        if (!_sides.TryGetValue(phrase, out var sides)) _sides[phrase] = sides = [];
        if (!sides.Contains(side)) sides.Add(side);
    }
}
