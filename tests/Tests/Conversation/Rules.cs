using System.Text.RegularExpressions;
using Amparo.Contracts.Places;

namespace Amparo.Tests.Conversation;

/// <summary>What no message may do, written apart from the code that makes messages: every answer of every test goes through it.</summary>
internal sealed partial class Rules(IEnumerable<PublicPlace> places, bool isDemonstration)
{
    private static readonly string[] KindsWithoutName =
        [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.ChildProtection, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence];

    private static readonly Dictionary<string, string[]> Forbidden = new()
    {
        ["es"] = ["violencia", "violación", "violaron", "abuso", "maltrato", "víctima", "sobreviviente", "agresor", "golpe", "refugio", "mujer", "trata", "sexual", "lgbt", "denuncia"],
        ["en"] = ["violence", "rape", "abuse", "victim", "survivor", "perpetrator", "beaten", "refuge", "women", "trafficking", "sexual", "lgbt"],
        ["fr"] = ["violence", "viol", "abus", "victime", "survivante", "agresseur", "refuge", "femme", "traite", "sexuel", "lgbt"],
        ["pt"] = ["violência", "estupro", "abuso", "vítima", "sobrevivente", "agressor", "abrigo para mulheres", "mulher", "tráfico", "sexual", "lgbt"],
        ["ht"] = ["vyolans", "vyòl", "viktim", "abi", "fanm", "refij", "seksyèl", "lgbt", "trafik"],
    };

    private readonly List<string> _names = [.. places.Where(p => KindsWithoutName.Contains(p.Kind)).Select(p => Amparo.Public.Conversation.Plain.Of(p.Name)).Where(n => n.Length > 5).Distinct()];
    private readonly HashSet<string> _numbers = [.. places.SelectMany(p => p.Profile.Phones).Select(p => Digits(p.Number)).Where(n => n.Length > 6)];

    // Whoever is called the same as an ordinary place is not given away by it.
    private readonly HashSet<string> _open = [.. places.Where(p => !KindsWithoutName.Contains(p.Kind)).Select(p => Amparo.Public.Conversation.Plain.Of(p.Name))];

    /// <returns>What is broken, in words; null where nothing is.</returns>
    public string? Broken(string text, bool isHelp = false)
    {
        var length = SmsLength.Of(text);
        if (length.Segments > 2) return $"{length.Segments} parts";
        if (!length.IsPlain) return "letters outside of the cheapest alphabet: " + string.Concat(text.Where(c => !SmsLength.Of(c.ToString()).IsPlain).Distinct());
        if (Languages.All.FirstOrDefault(l => text.EndsWith(Telephone.Text(l, "public.sms.erase"), StringComparison.Ordinal)) is not { } language) return "does not end with: erase this message";
        if (isDemonstration && !text.Contains(Telephone.Text(language, "public.ask.demonstration_sms").Trim(), StringComparison.Ordinal)) return "does not say that it is a demonstration";
        if (!isHelp && !text.Contains(Telephone.Text(language, "public.sms.legal"), StringComparison.Ordinal)) return "does not show free legal help and asylum";
        var folded = " " + FoldedText.Fold(text) + " ";
        foreach (var words in Forbidden.Values)
            if (words.FirstOrDefault(w => folded.Contains(" " + FoldedText.Fold(w) + " ", StringComparison.Ordinal) || folded.Contains(" " + FoldedText.Fold(w) + "s ", StringComparison.Ordinal)) is { } word) return $"says '{word}'";
        if (_names.Find(n => text.Contains(n, StringComparison.Ordinal) && !_open.Any(o => o.Contains(n, StringComparison.Ordinal) && text.Contains(o, StringComparison.Ordinal))) is { } name) return $"names {name}";
        if (isDemonstration && _numbers.FirstOrDefault(n => Digits(text).Contains(n, StringComparison.Ordinal)) is { } invented) return $"an invented number can be tapped: {invented}";
        if (!isDemonstration && Telephones().Matches(text).FirstOrDefault(m => !_numbers.Contains(Digits(m.Groups[1].Value))) is { } cut) return $"a number that no place has, or a piece of one: {cut.Value}";
        return null;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"Tel (\+?[0-9][0-9 ().-]{5,}[0-9])")]
    private static partial Regex Telephones();
}
