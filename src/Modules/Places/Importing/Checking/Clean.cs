using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Amparo.Places.Importing;

/// <summary>Text of strangers becomes plain text: no mark-up, no script, no invisible characters.</summary>
internal static partial class Clean
{
    public const int Line = 300;
    public const int Block = 4000;

    /// <summary>One line.</summary>
    public static string? OneLine(Draft draft, string field, string? text, int most = Line) => Text(draft, field, text, most, keepLines: false);

    /// <summary>Text that may have lines.</summary>
    public static string? Lines(Draft draft, string field, string? text, int most = Block) => Text(draft, field, text, most, keepLines: true);

    /// <summary>What no database column takes (NUL, halves of a letter) removed; nothing else of it changes.</summary>
    public static string? Storable(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal);

    private static string? Text(Draft draft, string field, string? text, int most, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = text.Length > 4 * CsvReading.MaxCell ? text[..(4 * CsvReading.MaxCell)] : text;
        if (plain.AsSpan().IndexOfAny('<', '&') >= 0) plain = WithoutMarkup(draft, field, plain);
        plain = WithoutControl(draft, field, plain, keepLines);
        if (plain.Length > most)
        {
            draft.Note(Reasons.TooLong, field, plain);
            var cut = char.IsHighSurrogate(plain[most - 2]) ? most - 2 : most - 1;
            plain = plain[..cut].TrimEnd() + "…";
        }
        return plain.Length == 0 ? null : plain;
    }

    private static string WithoutMarkup(Draft draft, string field, string text)
    {
        var plain = text;
        // Mark-up that was escaped once more shows itself only after decoding; three times is more than any honest file has.
        for (var i = 0; i < 3; i++)
        {
            var before = plain;
            plain = Hidden().Replace(plain, " ");
            plain = Break().Replace(plain, "\n");
            plain = Tag().Replace(plain, " ");
            plain = WebUtility.HtmlDecode(plain);
            if (plain == before) break;
        }
        plain = Hidden().Replace(plain, " ");
        plain = Tag().Replace(plain, " ");
        if (Tag().IsMatch(text) || Tag().IsMatch(WebUtility.HtmlDecode(text))) draft.Note(Reasons.Html, field, text);
        return plain;
    }

    private static string WithoutControl(Draft draft, string field, string text, bool keepLines)
    {
        var plain = new StringBuilder(text.Length);
        var (space, line, removed) = (false, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) && !(char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1])))
            {
                removed = true;
                continue;
            }
            if (c is '\n' or '\u0085' or '\u2028' or '\u2029') (line, space) = (true, true);
            else if (char.IsWhiteSpace(c)) space = true;
            else if (char.IsControl(c) || c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\uFFFD' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) removed = true;
            else
            {
                if (space && plain.Length > 0) plain.Append(line && keepLines ? '\n' : ' ');
                (space, line) = (false, false);
                plain.Append(c);
            }
        }
        if (removed) draft.Note(Reasons.ControlCharacters, field);
        return plain.ToString().Normalize();
    }

    [GeneratedRegex(@"<(script|style|iframe|object|svg|template|noscript)\b.*?(</\1\s*>|$)|<!--.*?(-->|$)|<!\[CDATA\[|\]\]>", RegexOptions.IgnoreCase | RegexOptions.Singleline, 10_000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<\s*(br|/p|/div|/li|/h[1-6]|/tr)\b[^>]*>", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-z!?][^<>]*(>|$)", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Tag();
}
