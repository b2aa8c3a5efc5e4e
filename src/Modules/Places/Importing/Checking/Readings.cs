using System.Globalization;
using System.Text.RegularExpressions;

namespace Amparo.Places.Importing;

/// <summary>Numbers, dates and yes-or-no as people write them. Null: it cannot be read.</summary>
internal static partial class Readings
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyyMMdd"];

    /// <summary>A coordinate in degrees: <c>14.9067</c>, <c>14,9067</c>, <c>14°54'24"N</c>, <c>92.26 W</c>.</summary>
    public static double? Degrees(string text)
    {
        var plain = text.Trim().Replace('\u2212', '-');
        if (!plain.Contains('.', StringComparison.Ordinal) && plain.Count(c => c == ',') == 1) plain = plain.Replace(',', '.');
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return double.IsFinite(number) ? number : null;
        var match = Dms().Match(plain);
        if (!match.Success) return null;
        var (degrees, minutes, seconds) = (Part(match, "d"), Part(match, "m"), Part(match, "s"));
        if (minutes >= 60 || seconds >= 60) return null;
        var value = Math.Abs(degrees) + minutes / 60 + seconds / 3600;
        var negative = degrees < 0 || plain.StartsWith('-') || match.Groups["h"].Value.ToUpperInvariant() is "S" or "W" or "O";
        return negative ? -value : value;
    }

    public static DateOnly? Day(string text, IReadOnlyList<string> formats)
    {
        var plain = text.Trim();
        if (plain.Length > 10 && plain[10] is 'T' or ' ') plain = plain[..10];
        foreach (var format in formats.Concat(Days))
            if (DateOnly.TryParseExact(plain, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200) return day;
        return null;
    }

    public static bool? YesNo(string text) => FoldedText.Fold(text) switch
    {
        "si" or "s" or "yes" or "y" or "true" or "verdadero" or "1" or "x" or "oui" or "sim" or "wi" => true,
        "no" or "n" or "false" or "falso" or "0" or "non" or "nao" => false,
        _ => null,
    };

    public static int? Whole(string text, int from, int to) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) && number >= from && number <= to ? (int)number : null;

    private static double Part(Match match, string group) =>
        match.Groups[group].Value is { Length: > 0 } text ? double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<h>[NSEWO])?\s*(?<d>-?\d{1,3}(?:[.,]\d{1,12})?)\s*[°º*d]?\s*(?:(?<m>\d{1,2}(?:[.,]\d{1,12})?)\s*['’′m]\s*)?(?:(?<s>\d{1,2}(?:[.,]\d{1,12})?)\s*(?:[""”″s]|'')\s*)?(?<h>[NSEWO])?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dms();
}
