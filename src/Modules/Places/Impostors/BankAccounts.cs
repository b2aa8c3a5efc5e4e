using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Places.Impostors;

/// <summary>
/// Numbers of accounts and cards in what an entry says. Help is free here: an entry that names an account to pay into is
/// looked at by a person, and two organisations with one account are the usual mark of somebody who sells beds that are not theirs.
/// </summary>
internal static partial class BankAccounts
{
    private const int Shortest = 8, Longest = 20;

    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["GT"] = 28, ["SV"] = 28, ["HN"] = 28, ["NI"] = 28, ["CR"] = 22, ["DO"] = 28, ["BR"] = 29, ["ES"] = 24, ["PT"] = 25, ["FR"] = 27, ["DE"] = 22, ["IT"] = 27, ["GB"] = 22, ["CH"] = 21, ["NL"] = 18, ["BE"] = 16,
    }.ToFrozenDictionary();

    public static IEnumerable<string> In(PlaceProfile profile)
    {
        var texts = new[] { profile.Description, profile.Eligibility, profile.GettingThere }
            .Concat(profile.Costs.Select(c => c.Description)).Concat(profile.RequiredDocuments).Concat(profile.Attributes.Select(a => $"{a.Name} {a.Value}")).Concat(profile.Phones.Select(p => p.Description))
            .Concat(profile.Services.SelectMany(s => new[] { s.Description, s.Fees, s.ApplicationProcess, s.Eligibility }));
        return texts.SelectMany(In).Distinct();
    }

    public static IEnumerable<string> In(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyInRange('0', '9')) return [];
        try
        {
            var ibans = new List<string>();
            var rest = Iban().Replace(text, m =>
            {
                if (Begun(string.Concat(m.Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()) is not { } iban) return m.Value;
                ibans.Add(iban);
                return " ";
            });
            return [.. ibans.Concat(Numbers(rest)).Distinct()];
        }
        catch (RegexMatchTimeoutException)
        {
            // Too tangled to be looked through; the importer has refused worse, and the desk reads it.
            return [];
        }
    }

    // The word behind the number may run into it: each country's numbers have one length.
    private static string? Begun(string signs) => Lengths.TryGetValue(signs[..2], out var length) && signs.Length >= length && IsIban(signs[..length]) ? signs[..length] : null;

    private static bool IsIban(string iban)
    {
        var rest = 0;
        foreach (var sign in iban[4..] + iban[..4]) rest = char.IsAsciiDigit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        return rest == 1;
    }

    // A number alone may be a telephone or a date; it is an account by its check digit, or by the word before it.
    private static IEnumerable<string> Numbers(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (digits.Length is < Shortest or > Longest) continue;
            var said = FoldedText.Fold(text[Math.Max(0, match.Index - 40)..match.Index]);
            if (IsClabe(digits) || IsCard(digits) || Word().IsMatch(said)) yield return digits;
        }
    }

    private static bool IsClabe(string digits) =>
        digits.Length == 18 && (10 - digits[..17].Select((d, i) => (d - '0') * (i % 3) switch { 0 => 3, 1 => 7, _ => 1 } % 10).Sum() % 10) % 10 == digits[17] - '0';

    private static bool IsCard(string digits) =>
        digits is { Length: 16 } and ['3' or '4' or '5', ..] && digits.Select((d, i) => (d - '0') * (2 - i % 2)).Sum(n => n > 9 ? n - 9 : n) % 10 == 0;

    [GeneratedRegex(@"(?<![\p{L}\d])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z\d]){11,30}", RegexOptions.None, 1000)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\d+])\d(?:[ -]?\d){7,23}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Number();

    // In the five languages, folded: account, its short forms, card, deposit, transfer.
    [GeneratedRegex(@"\b(cuenta|cta|clabe|iban|tarjeta|deposit\w*|transfer\w*|virement|vire|account|acct|card|conta|cartao|compte|carte|kont|kat|oxxo|banco|banque|bank\w*)\b(?!.*\b(tel\w*|cel\w*|llame|llamar|call|whatsapp|appel\w*|ligue|rele)\b)", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
