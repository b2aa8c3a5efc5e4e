using System.Numerics;

namespace Amparo.Publication;

/// <summary>Finds the word of the vocabulary that a mistyped one means: first by ear, then by letters.</summary>
internal sealed class Mending
{
    private readonly MendableWord[] _words;
    private readonly uint[] _letters;
    private readonly Dictionary<string, int> _bySound = [];

    internal Mending(IEnumerable<MendableWord> words)
    {
        _words = [.. words.OrderBy(w => w.Text, StringComparer.Ordinal)];
        _letters = [.. _words.Select(w => Letters(w.Text))];
        for (var i = 0; i < _words.Length; i++)
        {
            var sound = Sound.Of(_words[i].Text);
            if (!_bySound.TryGetValue(sound, out var other) || _words[i].IsAlone && !_words[other].IsAlone) _bySound[sound] = i;
        }
    }

    public IReadOnlyList<MendableWord> Words => _words;

    /// <summary>The word that sounds the same; null where none does.</summary>
    public MendableWord? ByEar(string word)
    {
        if (word.Length < 3) return null;
        var sound = Sound.Of(word);
        if (_bySound.TryGetValue(sound, out var found)) return _words[found];
        return sound.Length > 3 && sound[^1] == 's' && _bySound.TryGetValue(sound[..^1], out found) ? _words[found] : null;
    }

    /// <summary>
    /// The nearest word within one mistake for four to six letters, two for more; null where none is. Of two equally near
    /// ones that which stands alone, then that of the reader's language, then the first of the alphabet.
    /// </summary>
    public MendableWord? ByLetters(string word, int language)
    {
        var allowed = Mistakes.Allowed(word.Length);
        if (allowed == 0) return null;
        var letters = Letters(word);
        var best = int.MaxValue;
        MendableWord? found = null;
        for (var i = 0; i < _words.Length; i++)
        {
            var other = _words[i];
            if (Math.Abs(other.Text.Length - word.Length) > 2 || other.Text.Length < 4) continue;
            if (BitOperations.PopCount(letters ^ _letters[i]) > allowed) continue;
            // Few people mistype the first letter of a short word, and short words lie close together.
            if (word.Length < 6 && (other.Text[0] != word[0] || other.Text.Length == 4 && other.Text.Length == word.Length && !IsExchange(word, other.Text) && word[..3] != other.Text[..3])) continue;
            var mistakes = Mistakes.Between(word, other.Text, Math.Min(allowed, best / 4));
            if (mistakes > allowed) continue;
            var cost = mistakes * 4 + (other.IsAlone ? 0 : 2) + ((other.Languages >> language & 1) == 1 ? 0 : 1);
            if (cost < best) (best, found) = (cost, other);
        }
        return found;
    }

    private static bool IsExchange(string a, string b) => Letters(a) == Letters(b);

    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (letter & 31);
        return letters;
    }
}

/// <param name="Text">Folded.</param>
/// <param name="Shown">As it is written; null for words that are understood and never shown.</param>
/// <param name="IsAlone">It is a phrase of its own and not only part of one.</param>
/// <param name="Languages">One bit for each of <see cref="Languages.All"/>.</param>
internal sealed record MendableWord(string Text, string? Shown, bool IsAlone, int Languages);

internal sealed class MendingBuilder
{
    private readonly Dictionary<string, MendableWord> _words = [];

    public void Add(string word, string? shown, bool isAlone, int language)
    {
        if (word.Length < 4) return;
        var known = _words.GetValueOrDefault(word, new(word, shown, false, 0));
        _words[word] = new(word, known.Shown is null ? null : shown, known.IsAlone || isAlone, known.Languages | 1 << language);
    }

    public Mending Build() => new(_words.Values);
}
