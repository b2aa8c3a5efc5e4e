using System.Text;

namespace Amparo.Publication;

/// <summary>
/// The words of a question under the forms in which the vocabulary knows them, mistakes mended; any run of them can be
/// looked up, with and without its articles.
/// </summary>
internal sealed class TypedWords
{
    private readonly string[] _forms;
    private readonly bool[] _isDropped;
    private readonly (int From, int To)[] _whole;
    private readonly (int From, int To)[] _telling;
    private readonly string _wholeText;
    private readonly string _tellingText;

    private readonly string?[] _corrections;

    private TypedWords(string[] folded, string[] forms, bool[] isDropped, string?[] corrections)
    {
        (_forms, _isDropped, Folded, _corrections) = (forms, isDropped, folded, corrections);
        (_wholeText, _whole) = Joined(forms, _ => false);
        (_tellingText, _telling) = Joined(forms, i => isDropped[i]);
    }

    public int Count => _forms.Length;

    /// <summary>The words as typed, folded.</summary>
    public string[] Folded { get; }

    public string Form(int word) => _forms[word];

    public bool IsDropped(int word) => _isDropped[word];

    /// <param name="isPlain">Tells of a word whether it is understood as it stands, such as the name of a town.</param>
    public static TypedWords Of(FoldedText text, Vocabulary vocabulary, int language, Func<int, bool> isPlain, Func<string, bool> isName)
    {
        var folded = new string[text.Words.Count];
        var forms = new string[folded.Length];
        var isDropped = new bool[folded.Length];
        var corrections = new string?[folded.Length];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = text.Span(i, 1).ToString();
            forms[i] = Vocabulary.Form(folded[i]);
            if (isPlain(i)) continue;
            isDropped[i] = vocabulary.IsDropped(folded[i]);
            if (vocabulary.IsWord(forms[i]) || isDropped[i]) continue;
            if (vocabulary.LongForm(folded[i]) is { } meant) forms[i] = string.Join(' ', meant.Split(' ').Select(Vocabulary.Form));
            else if (Mended(folded[i], vocabulary, language, isName) is { } mended)
            {
                forms[i] = Vocabulary.Form(mended.Text);
                corrections[i] = mended.Shown;
            }
        }
        return new(folded, forms, isDropped, corrections);
    }

    /// <summary>The run of words as the vocabulary may know it.</summary>
    public ReadOnlySpan<char> Whole(int first, int count) => _wholeText.AsSpan(_whole[first].From.._whole[first + count - 1].To);

    /// <summary>The same without articles; empty where there are none in it, or where it begins or ends with one.</summary>
    public ReadOnlySpan<char> Telling(int first, int count)
    {
        if (_isDropped[first] || _isDropped[first + count - 1] || Array.IndexOf(_isDropped, true, first, count) < 0) return [];
        return _tellingText.AsSpan(_telling[first].From.._telling[first + count - 1].To);
    }

    /// <summary>The text with the mended words among these in their place; null where there are none.</summary>
    /// <param name="meant">Bits of the words that were understood: what was mended in vain is not told.</param>
    public string? Corrected(string typed, FoldedText text, uint meant)
    {
        if (!Enumerable.Range(0, Count).Any(i => (meant >> i & 1) == 1 && _corrections[i] is not null)) return null;
        var written = new StringBuilder();
        for (var i = 0; i < Count; i++)
            written.Append(i > 0 ? " " : "").Append((meant >> i & 1) == 1 && _corrections[i] is { } mended ? mended : typed.Substring(text.Words[i].Start, text.Words[i].Length));
        return written.ToString();
    }

    private static MendableWord? Mended(string word, Vocabulary vocabulary, int language, Func<string, bool> isName)
    {
        if (word.Length < 3 || vocabulary.IsOrdinary(word) || vocabulary.IsRight(word) || !word.All(char.IsAsciiLetter)) return null;
        if (vocabulary.Mending.ByEar(word) is { } heard) return heard;
        return isName(Stem.Of(word)) ? null : vocabulary.Mending.ByLetters(word, language);
    }

    private static (string, (int, int)[]) Joined(string[] forms, Func<int, bool> isLeftOut)
    {
        var text = new StringBuilder();
        var at = new (int, int)[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            if (isLeftOut(i))
            {
                at[i] = (text.Length, text.Length);
                continue;
            }
            if (text.Length > 0) text.Append(' ');
            at[i] = (text.Length, text.Length + forms[i].Length);
            text.Append(forms[i]);
        }
        return (text.ToString(), at);
    }
}
