using System.Globalization;
using System.Text;

namespace Amparo.Public.Conversation;

/// <summary>
/// Text in the alphabet of the cheapest SMS (GSM-7), where its meaning survives it: an accent that the alphabet lacks is dropped
/// ("adónde" stays readable), and the letters that it has stay (ñ, é, è, à, ò, ü). A letter that has no such twin is left as it is, and
/// whoever uses the text sees by its length that it is dearer.
/// </summary>
internal static class Plain
{
    public static string Of(string text)
    {
        if (SmsLength.Of(text).IsPlain) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var letter = rune.ToString();
            plain.Append(IsPlain(letter) ? letter : Twin(rune) ?? letter);
        }
        return plain.ToString();
    }

    public static bool IsPlain(string text) => SmsLength.Of(text).IsPlain;

    private static string? Twin(Rune rune)
    {
        var twin = rune.Value switch
        {
            '‘' or '’' or 'ʼ' or '′' or '`' or '´' or '‛' or 'ʻ' => "'",
            '“' or '”' or '„' or '«' or '»' or '″' => "\"",
            '–' or '—' or '‐' or '‑' or '−' => "-",
            '…' => "...",
            '•' or '·' => "-",
            'œ' => "oe", 'Œ' => "OE", 'ł' => "l", 'Ł' => "L", 'đ' => "d", 'Đ' => "D", 'ı' => "i", 'ª' => "a", 'º' or '°' => "o",
            _ => null,
        };
        if (twin is not null) return twin;
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.SpaceSeparator:
                return " ";
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark:
                return "";
        }
        var bare = rune.ToString().Normalize(NormalizationForm.FormD)[..1];
        return char.IsAsciiLetter(bare[0]) ? bare : null;
    }
}
