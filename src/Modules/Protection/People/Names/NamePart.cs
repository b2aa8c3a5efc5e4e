using System.Globalization;
using System.Text;

namespace Amparo.Protection.People.Names;

/// <summary>One part of a name as somebody typed or pasted it: kept as it is in whatever script, or refused in a sentence.</summary>
internal static class NamePart
{
    public const int Longest = 200;

    /// <summary>Signs that stand between parts wherever names are listed; inside of one they say that a whole name was pasted into one box.</summary>
    private static readonly char[] BetweenParts = [',', ';'];

    // Vietnamese and polytonic letters carry two marks, some scripts three: more pile up over the lines of others.
    private const int MostMarks = 4;

    /// <returns>Null where nothing was said.</returns>
    public static string? OfOne(string? text)
    {
        var part = OfSeveral(text);
        RuleBroken.Unless(part is null || part.IndexOfAny(BetweenParts) < 0, "protection.name.rule.one_part");
        return part;
    }

    public static string? OfSeveral(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        RuleBroken.Unless(IsWhole(text), "protection.name.rule.broken_letters");
        var clean = Clean(text.Normalize(NormalizationForm.FormC));
        if (clean.Length == 0) return null;
        RuleBroken.Unless(new StringInfo(clean).LengthInTextElements <= Longest && clean.Length <= 4 * Longest, "protection.name.rule.too_long");
        RuleBroken.Unless(clean.EnumerateRunes().Any(Rune.IsLetter), "protection.name.rule.no_letter");
        RuleBroken.Unless(!CsvRow.IsFormula(clean.TrimStart('\'')), "protection.name.rule.begins_with_sign");
        RuleBroken.Unless(!HasPiledMarks(clean), "protection.name.rule.marks");
        return clean;
    }

    // Blanks of any kind become one blank. Signs that turn the direction of what follows, or that nobody sees, are left out:
    // with them two names look alike and are not, or the line of another person reads backwards. Joiners stay, scripts need them.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || letter is '\u0085') { if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' '); }
            else if (letter is '\u200C' or '\u200D' || !IsUnseen(letter)) clean.Append(letter is '\u2019' or '\u02BC' or '\u00B4' or '`' ? '\'' : letter);
        }
        return clean.ToString().TrimEnd();
    }

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\0' or '\uFFFD' or '\uFFFE' or '\uFFFF') return false;
        }
        return true;
    }

    private static bool HasPiledMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks) return true;
        }
        return false;
    }
}
