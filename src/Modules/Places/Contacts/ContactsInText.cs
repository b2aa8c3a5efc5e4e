using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amparo.Places.Contacts;

/// <summary>
/// Telephone numbers, web addresses, mailboxes and names of accounts that stand in a text, each written so that two spellings of
/// one are one. It rather sees one too many than one too few: what it sees only waits for a second person.
/// </summary>
internal static partial class ContactsInText
{
    private const int ShortestNumber = 7;

    // Between two digits of one number stand a few of these at most.
    private const string Between = " \t.-()/,_*•·+|'\u2010\u2011\u2012\u2013\u2014\u2212\n";
    private const int MostBetween = 4;

    /// <summary>What stands in the text; the order does not matter.</summary>
    public static HashSet<string> In(string? text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) return found;
        try
        {
            var plain = Plain(text);
            plain = Take(Mail(), plain, found, m => "m:" + m.Value.Replace(" ", "", StringComparison.Ordinal));
            plain = Take(Account(), plain, found, m => "a:" + m.Value);
            plain = Take(Link(), plain, found, m => "w:" + Bare(m.Value));
            foreach (var number in Numbers(Digits().Replace(plain, m => Of[m.Value]))) found.Add(number);
        }
        catch (RegexMatchTimeoutException)
        {
            found.Add("?:" + TextHash.Of(text)); // too tangled to be looked through: somebody reads it
        }
        return found;
    }

    /// <summary>What stands in any text of a record, however deep; identifiers are no texts.</summary>
    public static HashSet<string> In(JsonNode? node)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Texts(node)) found.UnionWith(In(text));
        return found;
    }

    /// <summary>A number that readers have with its country is the same number without, and a page leads to its house.</summary>
    public static void Widen(HashSet<string> known)
    {
        foreach (var contact in known.ToList())
        {
            if (contact.StartsWith("w:", StringComparison.Ordinal) && contact.IndexOf('/', StringComparison.Ordinal) is var slash and > 0) known.Add(contact[..slash]);
            if (char.IsAsciiDigit(contact[0]))
                for (var code = 1; code <= 3; code++)
                    if (contact.Length - code > ShortestNumber) known.Add(contact[code..]);
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject record => record.Where(p => p.Key != "id" && !IsTime(p.Key)).SelectMany(p => Texts(p.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    // Of a schedule these are dates, times and codes of days, each checked when it was read.
    private static bool IsTime(string key) => key is "valid_from" or "valid_to" or "dtstart" or "until" or "opens_at" or "closes_at" or "latestAdmission" or "bymonthday" or "byweekno" or "byyearday" or "day" or "date";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format) continue;
            if (Rune.IsDigit(rune)) plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else plain.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return Dot().Replace(At().Replace(plain.ToString(), "@"), ".");
    }

    private static string Take(Regex what, string text, HashSet<string> found, Func<Match, string> said) =>
        what.Replace(text, m =>
        {
            found.Add(said(m));
            return " ; ";
        });

    private static string Bare(string link)
    {
        var bare = Scheme().Replace(link.TrimEnd('.', ',', ';', ':', ')', ']', '"', '\'', '»', '!', '?', '/'), "");
        return bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    private static IEnumerable<string> Numbers(string text)
    {
        // Hours and years are the only long figures that every second entry has.
        text = Years().Replace(HoursOfDay().Replace(Date().Replace(text, ";"), ";"), ";");
        var (digits, gap) = (new StringBuilder(), 0);
        foreach (var c in text.Append(';'))
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                gap = 0;
                continue;
            }
            // Where one number is whole already, what parts a list parts two numbers.
            var goesOn = digits.Length > 0 && ++gap <= MostBetween && Between.Contains(c, StringComparison.Ordinal) && !(digits.Length >= ShortestNumber && (c is '\n' or ',' or '/' or '|'));
            if (goesOn) continue;
            if (digits.Length >= ShortestNumber) yield return digits.ToString();
            digits.Clear();
            gap = 0;
        }
    }

    private static readonly Dictionary<string, string> Of = new[]
    {
        "cero zero zéro zewo", "uno una one um uma youn", "dos two deux dois duas", "tres three trois três twa", "cuatro four quatre quatro kat", "cinco five cinq senk",
        "seis six sis", "siete seven sept sete", "ocho eight huit oito uit", "nueve nine neuf nove nèf",
    }.SelectMany((words, digit) => words.Split(' ').Select(word => (word, digit))).ToDictionary(w => w.word, w => w.digit.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\s*[(\[{]\s*(at|arroba|arobase|arobas)\s*[)\]}]\s*|\s+(arroba|arobase|arobas)\s+", RegexOptions.None, 2_000)]
    private static partial Regex At();

    [GeneratedRegex(@"\s*[(\[{]\s*(dot|punto|ponto|point|pwen)\s*[)\]}]\s*|\s+(dot|punto|ponto|point|pwen)\s+(?=(com|org|net|info|mx|gt|hn|sv|ni|cr|pa|bz|us|br|ht|co|me)\b)", RegexOptions.None, 2_000)]
    private static partial Regex Dot();

    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64} ?@ ?[\p{L}\d-]{1,63}(\.[\p{L}\d-]{1,63})+", RegexOptions.None, 2_000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\p{L}\d@])@[\p{L}\d._]{3,40}", RegexOptions.None, 2_000)]
    private static partial Regex Account();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,15}://\S+|\b(tel|sms|mailto|callto|whatsapp|tg|viber|signal|skype):\S+|\bwww\.\S+|(?<![\p{L}\d@.-])[\p{L}\d-]{1,63}(\.[\p{L}\d-]{1,63}){0,4}\.(com|org|net|info|edu|gov|gob|mil|int|io|me|app|site|online|xyz|link|live|web|page|click|top|club|shop|store|tk|ml|cf|ga|gq|ly|gl|gd|cc|co|tv|ws|ai|gg|mx|gt|sv|hn|ni|cr|pa|bz|us|ca|br|cu|do|ht|ve|pe|ec|bo|cl|ar|uy|py|pt|fr|eu|uk|de|it|ru|cn|be|chat|help|ong|ngo)(?![\p{L}\d-])(:\d+)?(/\S*)?", RegexOptions.None, 2_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]{1,15}:(//)?", RegexOptions.None, 2_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<![\p{L}\d])(cero|zero|zéro|zewo|uno|una|one|um|uma|youn|dos|two|deux|dois|duas|tres|three|trois|três|twa|cuatro|four|quatre|quatro|kat|cinco|five|cinq|senk|seis|six|sis|siete|seven|sept|sete|ocho|eight|huit|oito|uit|nueve|nine|neuf|nove|nèf)(?![\p{L}\d])", RegexOptions.None, 2_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<!\d[\s.,()/-]{0,3})((0?[1-9]|[12]\d|3[01])[./-](0?[1-9]|1[0-2])[./-](19|20)\d\d|(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))(?![\s.,()/-]{0,3}\d)", RegexOptions.None, 2_000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<!\d[\s.,()/-]{0,3})(([01]?\d|2[0-4])\s?[.:h]\s?(00|15|30|45)\s?[-\u2013\u2014]\s?([01]?\d|2[0-4])\s?[.:h]\s?(00|15|30|45)[\s,;/]{0,2})+(?!\s?\d)", RegexOptions.None, 2_000)]
    private static partial Regex HoursOfDay();

    [GeneratedRegex(@"(?<!\d[\s.,()/-]{0,3})(19|20)\d\d\s?[-\u2013/]\s?(19|20)\d\d(?![\s.,()/-]{0,3}\d)", RegexOptions.None, 2_000)]
    private static partial Regex Years();
}
