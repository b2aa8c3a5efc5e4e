using System.Collections.Frozen;
using System.Text;

namespace Amparo.Places.Impostors;

/// <summary>
/// What a name looks like to the eye. The framework normalises (NFKC) and folds, and has no table of signs that look alike:
/// ICU's spoof checker is not reachable from it. Here stand the Cyrillic, Greek and Latin ones that pass for Latin letters; two
/// names that read the same to a person and are written differently have the same skeleton.
/// </summary>
internal static class Lookalike
{
    private const string Cyrillic = "АаВЕеЅѕІіЈјКМНОоРрСсТУуХхԁһԛԝӀӏЗзЬѡѵ";
    private const string CyrillicAs = "AaBEeSsIiJjKMHOoPpCcTYyXxdhqwll33bwv";
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορτυκγ";
    private const string GreekAs = "ABEZHIKMNOPTYXaivoptuky";
    private const string Latin = "ıɑɡɩʏᴄᴏꜱᴠᴡᴢ";
    private const string LatinAs = "iagiycosvwz";

    private static readonly FrozenDictionary<char, char> Plain = (Cyrillic + Greek + Latin).Zip(CyrillicAs + GreekAs + LatinAs).ToFrozenDictionary(p => p.First, p => p.Second);

    public static string Skeleton(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC)) plain.Append(Plain.GetValueOrDefault(letter, letter));
        // One, capital I, small l and the bar are one stroke; nought is a ring; r and n stand together like an m.
        var seen = new StringBuilder(plain.Length);
        foreach (var letter in FoldedText.Fold(plain.Replace("|", "l").ToString())) if (letter != ' ') seen.Append(letter switch { 'i' or '1' => 'l', '0' => 'o', _ => letter });
        return seen.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Whether two names look the same and are not the same.</summary>
    public static bool Is(string one, string other) => FoldedText.Fold(one) != FoldedText.Fold(other) && Skeleton(one) == Skeleton(other);

    /// <summary>Letters of two scripts in one word: nobody writes a name so by chance.</summary>
    public static bool MixesScripts(string text) => text.Normalize(NormalizationForm.FormKC).Split(' ', '-', '/', '.', ',', '(', ')').Any(word => word.Where(char.IsLetter).Select(ScriptOf).Distinct().Count() > 1);

    private static char ScriptOf(char letter) => letter switch
    {
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => 'g',
        >= '\u0400' and <= '\u052F' or >= '\u2DE0' and <= '\u2DFF' or >= '\uA640' and <= '\uA69F' => 'c',
        < '\u0250' or >= '\u1E00' and <= '\u1EFF' => 'l',
        // Letters that modify others, such as the apostrophe of the Maya languages, belong to any script.
        >= '\u02B0' and <= '\u02FF' => 'l',
        _ => 'o',
    };
}
