using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Amparo.Kernel;

/// <summary>Cuts a text of hours into words; the first that is not known refuses the text.</summary>
internal static partial class HoursLexer
{
    private const int AllDays = 0b1111111;

    public static List<HoursToken> Tokens(string text)
    {
        var plain = Plain(text);
        var tokens = new List<HoursToken>();
        string? unknown = null;
        for (var at = 0; at < plain.Length;)
        {
            var match = Piece().Match(plain, at);
            if (!match.Success) unknown ??= Around(plain, at);
            else if (!Take(match, tokens)) unknown ??= match.Value;
            at += match.Success ? match.Length : 1;
        }
        // Impossible times were refused on the way: they are the more useful answer for whoever must correct the list.
        return unknown is null ? DayLetters.Resolve(tokens) : throw new HoursRefused(HoursProblem.UnreadableHours, unknown.Trim());
    }

    private static bool Take(Match match, List<HoursToken> tokens)
    {
        var text = match.Value;
        HoursToken? token = Kind(match) switch
        {
            "space" => null,
            "always" => IsEndOfRange(tokens, text) ? new(HoursWord.Time, text) { Time = new(24, 0, Half.Unsaid, text) } : new(HoursWord.Always, text),
            "alldays" => new(HoursWord.Days, text) { Days = AllDays },
            "weekdays" => new(HoursWord.Days, text) { Days = 0b0011111 },
            "weekend" => new(HoursWord.Days, text) { Days = 0b1100000 },
            "monthdays" => new(HoursWord.MonthDays, text) { Numbers = Numbers(text) },
            "monthly" => new(HoursWord.Monthly, text),
            "holidays" => new(HoursWord.Holidays, text),
            "closed" => new(HoursWord.Closed, text),
            "brackets" => new(HoursWord.NthInBrackets, text) { Numbers = Numbers(text) },
            "noon" => new(HoursWord.Time, text) { Time = new(12, 0, Half.Afternoon, text) },
            "midnight" => new(HoursWord.Time, text) { Time = new(0, 0, Half.Morning, text) },
            "time" or "military" => new(HoursWord.Time, text) { Time = TimeReading.Of(match) },
            "dash" => new(HoursWord.To, text),
            "and" => new(HoursWord.And, text),
            "break" => new(HoursWord.Break, text),
            _ => Named(text.TrimEnd('.'), out var known) ?? (known ? null : new(HoursWord.Break, "?")),
        };
        if (token is { Text: "?" }) return false;
        if (token is not null) tokens.Add(token);
        if (Kind(match) == "word" && text.EndsWith('.') && token is not { Word: HoursWord.Days, Text.Length: <= 5 } && token is not { Word: HoursWord.Letter })
            tokens.Add(new HoursToken(HoursWord.Break, "."));
        return true;
    }

    private static HoursToken? Named(string word, out bool known)
    {
        known = true;
        if (HoursVocabulary.Days.TryGetValue(word, out var day)) return new(HoursWord.Days, word) { Days = 1 << day };
        if (HoursVocabulary.Rows.TryGetValue(word, out var row)) return new(HoursWord.Days, word) { Days = row };
        if (HoursVocabulary.Ordinals.TryGetValue(word, out var nth)) return new(HoursWord.Nth, word) { Numbers = [nth] };
        if (HoursVocabulary.Small.TryGetValue(word, out var small)) return small is { } s ? new(s, word) : null;
        if (word.Length == 1 && "lmxkjvsdtwf".Contains(word[0])) return new(HoursWord.Letter, word);
        known = false;
        return null;
    }

    // "8 a 24 horas" is a range that ends at midnight, not a place that never closes.
    private static bool IsEndOfRange(List<HoursToken> tokens, string text) =>
        tokens is [.., { Word: HoursWord.Time }, { Word: HoursWord.To }] && !text.Contains('/') && text.Contains("24", StringComparison.Ordinal);

    private static string Kind(Match match)
    {
        for (var i = 1; i < match.Groups.Count; i++)
            if (match.Groups[i].Success && match.Groups[i].Name.Length > 2) return match.Groups[i].Name;
        return "";
    }

    private static int[] Numbers(string text) => [.. Digits().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];

    private static string Around(string text, int at) => text.Substring(at, Math.Min(12, text.Length - at));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c switch
            {
                '‐' or '‑' or '‒' or '–' or '—' or '−' or '~' => '-',
                '\u00a0' or '\u202f' or '\u2009' or '\t' => ' ',
                '\r' => '\n',
                '“' or '”' or '«' or '»' => '"',
                _ => c,
            });
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"-?\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("""
        \G(?:
          (?<space>[ ]+)
        | (?<always>24[ ]*[/x][ ]*7\b | 24[ ]*-?[ ]*(?:hours?|horas?|hrs?|hs|h)\b\.?(?:[ ]+(?:al|del|por|a|per)[ ]+(?:dia|day)\b)?
            | siempre[ ]abiert[oa]\b | abiert[oa][ ]siempre\b | always[ ]open\b | never[ ]closed\b | (?:nunca|no)[ ]cierra\b)
        | (?<alldays>(?:todos[ ]los|tous[ ]les|todos)[ ](?:dias|jours)\b(?:[ ]de[ ]la[ ]semana\b)? | cada[ ]dia\b | diario\b | diariamente\b | every[ ]?day\b | daily\b | chak[ ]jou\b
            | (?:los[ ])?(?:7|siete)[ ]dias\b(?:[ ](?:a|de)[ ]la[ ]semana\b)? | (?:7|seven)[ ]days\b(?:[ ]an?[ ]week\b)? | (?:los[ ])?365[ ]dias\b(?:[ ](?:del|al)[ ]ano\b)?)
        | (?<weekdays>entre[ ]semana\b | week[ ]?days\b)
        | (?<weekend>fin(?:es)?[ ]de[ ]semana\b | week-?[ ]?ends?\b)
        | (?<monthdays>dias?[ ]\d{1,2}(?:[ ]*(?:,|y)[ ]*\d{1,2})*[ ]de[ ]cada[ ]mes\b)
        | (?<monthly>(?:de[ ])?cada[ ]mes\b | del[ ]mes\b | (?:of[ ]|in[ ])?(?:the|each|every)[ ]month\b)
        | (?<holidays>(?:dias?[ ])?(?:feriados?|festivos?|asuetos?)\b | (?:public[ ]|bank[ ]|national[ ])?holidays?\b | ph\b | jours[ ]feries\b)
        | (?<closed>no[ ](?:abre|abrimos|atiende|atienden|hay[ ]atencion)\b | sin[ ]atencion\b)
        | (?<brackets>\[[ ]*-?[1-5](?:[ ]*,[ ]*-?[1-5])*[ ]*\])
        | (?<noon>(?:12[ ])?(?:del[ ])?(?:mediodia|noon|midday)\b)
        | (?<midnight>(?:12[ ])?(?:de[ ]la[ ])?(?:medianoche|midnight)\b)
        | (?<word>(?:[1-5](?:er|ro|do|to|st|nd|rd|th)|[a-z]+)\b\.? | [:()"])
        | (?<time>(?<h>\d{1,2})(?:[ ]?:[ ]?(?<m>\d{2})(?::(?<s>\d{2}))?|[.h](?<m>\d{2}))?(?!\d)
            (?:[ ]?(?:hours?|horas?|hrs?|hs|h)\b\.?)?
            (?:[ ]*(?<p>[ap](?:m\b\.?|\.[ ]?m\b\.?)|m\.?[ ]?d\b\.?|m\b\.?(?![ ]*-[ ]*[a-z])|(?:de|por)[ ]la[ ](?:manana|tarde|noche|madrugada)\b|(?:in[ ]the[ ])(?:morning|afternoon|evening)\b))?)
        | (?<military>(?<h>\d{2})(?<m>\d{2})(?!\d)(?<x>[ ]?(?:hours|horas|hrs?|hs|h)\b\.?)?)
        | (?<dash>-)
        | (?<and>[,&/])
        | (?<break>[;.|\n]+)
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
