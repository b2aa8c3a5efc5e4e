namespace Amparo.Publication;

/// <summary>
/// Words of five languages that say one thing more narrowly than a kind does: a dentist, nappies, a shower. An entry that
/// offers "Dental Clinic" is then found by "muela", and before the others of its kind.
/// </summary>
internal sealed class Subjects
{
    private const char Mark = '~';
    private const int ShortestBeginning = 4;
    private readonly Dictionary<string, string> _whole = [];
    private readonly Dictionary<string, string> _beginnings = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byBeginning;
    private readonly HashSet<int> _starts = [];

    /// <param name="groups">Each the words of one subject; a star at the end stands for any ending.</param>
    public Subjects(IEnumerable<IReadOnlyList<string>> groups)
    {
        _byBeginning = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var words in groups)
        {
            var subject = Mark + FoldedText.Fold(words[0].TrimEnd('*'));
            foreach (var word in words)
            {
                var folded = FoldedText.Fold(word.TrimEnd('*'));
                if (word.EndsWith('*') && folded.Length < ShortestBeginning) throw new InvalidDataException($"subjects.json: {word} is too short a beginning.");
                if (!(word.EndsWith('*') ? _beginnings.TryAdd(folded, subject) : _whole.TryAdd(Stem.Of(folded), subject)) && Of(Stem.Of(folded)) != subject)
                    throw new InvalidDataException($"subjects.json: {word} stands in two subjects.");
                if (word.EndsWith('*')) _starts.Add(Start(folded));
            }
        }
    }

    /// <summary>Forms, each with its subject.</summary>
    public IReadOnlyDictionary<string, string> Whole => _whole;

    /// <summary>Beginnings of forms, each with its subject.</summary>
    public IReadOnlyDictionary<string, string> Beginnings => _beginnings;

    /// <summary>The name of the subject that the form belongs to, which is no word of any text; null where it belongs to none.</summary>
    public string? Of(string form)
    {
        if (_whole.TryGetValue(form, out var subject)) return subject;
        // Most words of a text begin no subject: a hundred thousand entries are read in a second because this is seen at once.
        if (form.Length < ShortestBeginning || !_starts.Contains(Start(form))) return null;
        for (var length = form.Length; length >= ShortestBeginning; length--)
            if (_byBeginning.TryGetValue(form.AsSpan(0, length), out subject)) return subject;
        return null;
    }

    private static int Start(string word) => word[0] * 31 * 31 * 31 + word[1] * 31 * 31 + word[2] * 31 + word[3];
}
