using System.Text;

namespace Amparo.Places.Importing;

/// <param name="Number">E.164, or a short number as it is dialled in its country.</param>
/// <param name="Country">Whose number it is, where that can be told.</param>
/// <param name="Problem">Why there is no number.</param>
internal readonly record struct PhoneReading(string? Number, string? Extension, string? Country, string? Problem)
{
    public bool IsShort => Number is { Length: <= 6 } && !Number.StartsWith('+');
}

/// <summary>Telephone numbers as people write them become numbers that can be dialled from anywhere.</summary>
internal static class Phones
{
    private static readonly char[] Between = ['/', ';', '|', '\n'];
    private static readonly string[] Words = [" y ", " o ", " ou ", " or ", " and ", " e "];
    private static readonly string[] Extensions = ["extension", "extensión", "ext.", "ext", "x"];

    /// <summary>Several numbers in one cell.</summary>
    public static IEnumerable<string> Split(string text)
    {
        foreach (var word in Words) text = text.Replace(word, "|", StringComparison.OrdinalIgnoreCase);
        foreach (var part in text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            foreach (var piece in Commas(part)) yield return piece;
    }

    public static PhoneReading Read(string text, string country)
    {
        var (main, extension) = WithoutExtension(text.Trim());
        var digits = Digits(main, out var plus, out var odd);
        if (odd || digits.Length == 0) return new(null, null, null, Reasons.PhoneUnreadable);
        if (!plus && digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 10) (plus, digits) = (true, digits[2..]);
        return (plus ? International(digits, country) : National(digits, country)) with { Extension = extension };
    }

    /// <summary>Whether a number of the country looks like somebody's own: a mobile, or one that cannot be told from a mobile.</summary>
    public static bool MayBePersonal(string e164, string country) =>
        Countries.Facts.TryGetValue(country, out var facts) && e164.StartsWith("+" + facts.CallingCode, StringComparison.Ordinal)
        && (facts.Mobile is null ? facts.CallingCode != "1" || country != "US" : facts.Mobile.IsMatch(e164[(facts.CallingCode.Length + 1)..]));

    private static PhoneReading International(string digits, string country)
    {
        // Countries share codes (+1, +7, +39): the declared one first.
        var codes = Countries.Facts.Values.Where(c => digits.StartsWith(c.CallingCode, StringComparison.Ordinal)).OrderByDescending(c => c.CallingCode.Length).ThenBy(c => c.Code == country ? 0 : 1).ToList();
        if (codes.Count == 0) return digits.Length is >= 8 and <= 15 ? new("+" + digits, null, null, null) : Wrong;
        var facts = codes[0];
        var national = Trimmed(digits[facts.CallingCode.Length..], facts);
        return Fits(national, facts) ? new($"+{facts.CallingCode}{national}", null, facts.Code, null) : Wrong;
    }

    private static PhoneReading National(string digits, string country)
    {
        // 911, 1510 and the like are dialled as they stand.
        if (digits.Length is >= 3 and <= 6) return new(digits, null, country, null);
        if (!Countries.Facts.TryGetValue(country, out var facts)) return digits.Length is >= 6 and <= 15 ? new(digits, null, null, null) : Wrong;
        if (IsFreeNumber(digits)) return new(digits, null, country, null);
        var national = Trimmed(digits, facts);
        if (Fits(national, facts)) return new($"+{facts.CallingCode}{national}", null, country, null);
        if (digits.StartsWith(facts.CallingCode, StringComparison.Ordinal) && Trimmed(digits[facts.CallingCode.Length..], facts) is var rest && Fits(rest, facts))
            return new($"+{facts.CallingCode}{rest}", null, country, null);
        var other = Countries.Facts.Values.FirstOrDefault(c => c.CallingCode.Length == 3 && digits.StartsWith(c.CallingCode, StringComparison.Ordinal) && Fits(digits[3..], c));
        return other is null ? Wrong : new("+" + digits, null, other.Code, null);
    }

    private static PhoneReading Wrong => new(null, null, null, Reasons.PhoneWrongLength);

    // 01 800, 1 800 and 800: free of charge, and often not to be reached from abroad.
    private static bool IsFreeNumber(string digits) =>
        (digits.Length is 10 or 11 && (digits.StartsWith("800", StringComparison.Ordinal) || digits.StartsWith("1800", StringComparison.Ordinal)))
        || (digits.Length == 12 && digits.StartsWith("01800", StringComparison.Ordinal));

    private static bool Fits(string national, CountryFacts facts) => facts.Lengths.Contains(national.Length) && !(facts.CallingCode == "1" && national[0] is '0' or '1');

    private static string Trimmed(string national, CountryFacts facts)
    {
        if (facts.Code == "MX")
            foreach (var old in new[] { "044", "045", "01", "1" })
                if (national.Length == 10 + old.Length && national.StartsWith(old, StringComparison.Ordinal)) return national[old.Length..];
        return facts.Trunk.Length > 0 && national.StartsWith(facts.Trunk, StringComparison.Ordinal) && !(facts.Lengths.Contains(national.Length) && facts.Trunk == "8") ? national[facts.Trunk.Length..] : national;
    }

    private static (string, string?) WithoutExtension(string text)
    {
        foreach (var word in Extensions)
            if (text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and > 4 && text[(at + word.Length)..].Trim(' ', '.', ':', '#') is { Length: > 0 and <= 8 } rest && rest.All(char.IsAsciiDigit))
                return (text[..at].TrimEnd(' ', ',', '.'), rest);
        return (text, null);
    }

    private static string Digits(string text, out bool plus, out bool odd)
    {
        var digits = new StringBuilder(text.Length);
        (plus, odd) = (false, false);
        text = text.Trim('"', ' ').Replace("(0)", "", StringComparison.Ordinal);
        foreach (var c in text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text)
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c == '+' && digits.Length == 0) plus = true;
            else if (!char.IsWhiteSpace(c) && c is not ('(' or ')' or '-' or '.' or '\u2010' or '\u2011' or '\u2013' or '\u2014' or '/' or '*' or '#' or '\'' or ':')) odd = true;
        }
        return digits.ToString();
    }

    // A comma parts two numbers only where both sides are long enough to be one.
    private static IEnumerable<string> Commas(string part)
    {
        var pieces = part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length > 1 && pieces.All(p => p.Count(char.IsAsciiDigit) >= 3) ? pieces : [part];
    }
}
