namespace Amparo.Kernel;

/// <summary>One word of a text: where it stands in the original and in the folded form.</summary>
public readonly record struct FoldedWord(int Start, int Length, int FoldedStart, int FoldedLength);

/// <summary>
/// Text as people search it: small letters without accents, words parted by one space. Written by hand and not through
/// ICU, so that it is the same on every machine and in the browser.
/// </summary>
public sealed class FoldedText
{
    // U+00C0 to U+017F; '.' parts words. A letter that becomes two (ß, æ, œ, þ) is written through its own case below.
    private const string Letters =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private FoldedText(string text, IReadOnlyList<FoldedWord> words) => (Text, Words) = (text, words);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Its words, in order.</summary>
    public IReadOnlyList<FoldedWord> Words { get; }

    /// <summary>The folded form of a run of words.</summary>
    public ReadOnlySpan<char> Span(int first, int count)
    {
        var last = Words[first + count - 1];
        return Text.AsSpan(Words[first].FoldedStart, last.FoldedStart + last.FoldedLength - Words[first].FoldedStart);
    }

    /// <summary>Folds a text; what comes after <paramref name="mostWords"/> words is left out.</summary>
    public static FoldedText Of(string text, int mostWords = 40)
    {
        var words = new List<FoldedWord>();
        return new(Fold(text, words, mostWords), words);
    }

    /// <summary>The folded form alone.</summary>
    public static string Fold(string text) => Fold(text, null, int.MaxValue);

    private static string Fold(string text, List<FoldedWord>? words, int mostWords)
    {
        var folded = text.Length <= 128 ? stackalloc char[2 * text.Length + 1] : new char[2 * text.Length + 1];
        int length = 0, start = -1, foldedStart = 0, count = 0;
        for (var i = 0; i <= text.Length && count < mostWords; i++)
        {
            var letter = i == text.Length ? ' ' : text[i];
            if (letter >= '\u00AD' && IsDropped(letter)) continue;
            if (char.IsLetterOrDigit(letter))
            {
                if (start < 0)
                {
                    if (length > 0) folded[length++] = ' ';
                    (start, foldedStart) = (i, length);
                }
                Append(folded, ref length, letter);
            }
            else if (start >= 0)
            {
                words?.Add(new(start, i - start, foldedStart, length - foldedStart));
                count++;
                start = -1;
            }
        }
        return new(folded[..length]);
    }

    // Accents typed as signs of their own, and the invisible joiners that phones put in.
    private static bool IsDropped(char letter) => letter is >= '\u0300' and <= '\u036F' or >= '\u200B' and <= '\u200F' or '\u00AD' or '\uFEFF';

    private static void Append(Span<char> folded, ref int length, char letter)
    {
        var two = letter switch { 'ß' => "ss", 'Æ' or 'æ' => "ae", 'Œ' or 'œ' => "oe", 'Þ' or 'þ' => "th", _ => null };
        if (two is not null)
        {
            folded[length++] = two[0];
            folded[length++] = two[1];
        }
        else if (letter is >= '\u00C0' and <= '\u017F' && Letters[letter - '\u00C0'] is var plain and not '.') folded[length++] = plain;
        else folded[length++] = char.ToLowerInvariant(letter);
    }
}
