using System.Text;

namespace Amparo.Protection.People.Matching;

/// <summary>
/// How a word is heard in Mexico and Central America, where Hernández is written Ernandes and Wilmer Huilmer: h is mute, b is v, s is z
/// and soft c, ll is y, a j that begins is y. English and Haitian spellings are heard as they are said here.
/// </summary>
internal static class SpanishSound
{
    private const int MostReadings = 4;

    /// <summary>The sounds of one folded word, vowels and all; several where a letter is read in two ways (Ximena and Xiomara).</summary>
    public static IReadOnlyList<string> Of(string folded)
    {
        List<StringBuilder> heard = [new()];
        for (var i = 0; i < folded.Length;)
        {
            var (length, sounds) = Next(folded, i);
            i += length;
            var more = sounds.Length > 1 && heard.Count * sounds.Length <= MostReadings ? heard.SelectMany(h => sounds[1..].Select(s => new StringBuilder().Append(h).Append(s))).ToList() : [];
            foreach (var one in heard) one.Append(sounds[0]);
            heard.AddRange(more);
        }
        return [.. heard.Select(h => Closed(h.ToString())).Distinct()];
    }

    // What is read at this place: how many letters, and which sounds it may be.
    private static (int Length, string[] Sounds) Next(string word, int i)
    {
        bool first = i == 0;
        char after = At(word, i + 1), second = At(word, i + 2);
        switch (word[i])
        {
            case 'h': return first && after == 'u' && IsVowel(second) ? (2, ["w"]) : (1, [""]);
            case 'v': return (1, ["b"]);
            case 'z': return (1, ["s"]);
            case 'n': return (1, [after is 'b' or 'v' || (after == 'p' && second != 'h') ? "m" : "n"]);
            case 'c' when after == 'h': return (2, [second is 'r' or 'l' ? "k" : "c"]);
            case 'c' when after == 'k': return (2, ["k"]);
            case 'c': return (1, [IsSoft(after) ? "s" : "k"]);
            case 'k' when first && after == 'n': return (1, [""]);
            case 'q': return after == 'u' && IsSoft(second) ? (2, ["k"]) : (1, ["k"]);
            case 's' when after == 'h': return (2, ["c"]);
            case 's' when after == 'c' && IsSoft(second): return (2, ["s"]);
            case 'p' when after == 'h': return (2, ["f"]);
            case 't' when after == 'h': return (2, ["t"]);
            case 't' when after == 'c' && second == 'h': return (3, ["c"]);
            case 'd' when first && after == 'j': return (2, ["y"]);
            case 'x' when first: return (1, ["y", "s"]);
            case 'x': return IsVowel(word[i - 1]) && IsVowel(after) ? (1, ["j", "ks"]) : (1, ["ks"]);
            case 'g' when after == 'u' && IsSoft(second): return (2, first ? ["g", "w"] : ["g"]);
            case 'g' when after == 'u' && IsVowel(second): return (2, ["w"]);
            case 'g' when first && after is 'e' or 'i' && second is 'a' or 'o' or 'u' && first: return (2, ["y"]);
            case 'g' when IsSoft(after): return (1, first ? ["y", "g"] : ["j"]);
            case 'j': return (1, [first ? "y" : "j"]);
            case 'l' when after == 'l': return (2, second is 'y' or 'i' || (second == 'e' && i + 3 == word.Length) ? ["y", "l"] : ["y"]);
            case 'w' when first && after == 'r': return (1, [""]);
            case 'w': return (after == 'h' ? 2 : 1, [first ? "w" : "u"]);
            case 'y': return (1, [IsConsonantY(word, i) ? "y" : "i"]);
            case 'o' when after is 'u' or 'o': return (2, ["u"]);
            case 'e' when after == 'e': return (2, ["i"]);
            case var letter: return (1, [letter.ToString()]);
        }
    }

    // Between vowels, or before one at the beginning; but Brayan and Dayana are said as Bryan and Diana.
    private static bool IsConsonantY(string word, int i)
    {
        if (!IsVowel(At(word, i + 1))) return false;
        if (i == 0) return true;
        var isDiphthong = word[i - 1] == 'a' && (i == 3 && word[1] == 'r' || i == 2 && word[0] == 'd');
        return IsVowel(word[i - 1]) && !isDiphthong;
    }

    // No letter is heard twice, and nobody hears whether Stefany was written Estefany.
    private static string Closed(string heard)
    {
        var closed = new StringBuilder(heard.Length);
        foreach (var sound in heard) if (closed.Length == 0 || closed[^1] != sound) closed.Append(sound);
        return closed.Length > 2 && closed[0] == 'e' && closed[1] == 's' && !IsVowel(closed[2]) ? closed.ToString(1, closed.Length - 1) : closed.ToString();
    }

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsSoft(char letter) => letter is 'e' or 'i' or 'y';

    private static char At(string word, int i) => i < word.Length ? word[i] : '\0';
}
