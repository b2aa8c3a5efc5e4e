using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Conversation;

/// <summary>The numbers to call, without a word of why.</summary>
internal sealed class NumberLines(Edition edition, Words w)
{
    private const string Emergency = "emergency", Ambulance = "ambulance", Children = "children";

    /// <summary>What these are for is said; of the others only that they are lines.</summary>
    private static readonly string[] Named = [Emergency, "police", Ambulance, "fire", "rescue", Children];

    private static readonly string[] Quiet = ["women", "trafficking", "suicide"];

    /// <summary>Whom to call in danger: in this country, else in each, that of her number first. Her number may be of a country that she left.</summary>
    public string Danger(string? country, string? likely) => Of("public.sms.danger", country, likely, n => First(n), n => FirstNamed(n));

    /// <summary>Whom a child calls: child protection, and where nobody answers there the emergency number.</summary>
    public string Child(string? country, string? likely) => Of("public.sms.child", country, likely, ChildsNumber, ChildsNumber);

    /// <summary>Other lines of the country, by number alone.</summary>
    public string? Others(string? country)
    {
        var lines = In(country).SelectMany(c => c.Numbers).Where(n => Quiet.Contains(n.Purpose)).Select(n => n.Number).Distinct().ToList();
        return country is null || lines.Count == 0 ? null : w.Say("public.sms.other_lines", ("numbers", string.Join(", ", lines)));
    }

    /// <summary>All numbers of a country, by what they are for; of each country the first, where none is named.</summary>
    public string All(string? country, string? likely) => Of("public.sms.numbers", country, likely, n => First(n),
        n => string.Join(", ", n.Numbers.OrderBy(p => Array.IndexOf(Named, p.Purpose) is >= 0 and var at ? at : 99).Select(p => Quiet.Contains(p.Purpose) ? $"{w["public.sms.line"]} {p.Number}" : $"{w.Of("public.number.", p.Purpose)} {p.Number}")));

    /// <summary>What stands in for what is hidden for some days.</summary>
    public string? Veil(string country)
    {
        var purposes = Veils.PurposesOf(edition, country);
        var lines = In(country).SelectMany(c => c.Numbers).Where(n => purposes.Contains(n.Purpose)).Select(n => n.Number).Distinct().ToList();
        return lines.Count == 0 ? null : w.Say("public.sms.veil", ("numbers", string.Join(", ", lines)));
    }

    /// <summary>Nobody has confirmed them.</summary>
    public bool AreToBeVerified(string? country) => In(country).Any(n => !n.IsVerified);

    private string Of(string key, string? country, string? likely, Func<EmergencyNumbers, string?> amongMany, Func<EmergencyNumbers, string?> alone)
    {
        var known = In(country).ToList();
        // A country of which we have no number is no reason to say none.
        if (country is not null && known is [var one] && alone(one) is { Length: > 0 } said) return w.Say(key, ("numbers", $"{Countries.NameOf(w, one.Country)} {said}"));
        var all = Countries.ByName(w, edition.Numbers).OrderBy(n => n.Country == (country ?? likely) ? 0 : 1)
            .Select(n => (Name: Countries.NameOf(w, n.Country), Number: amongMany(n))).Where(n => n.Number is not null).Select(n => $"{n.Name} {n.Number}").ToList();
        return all.Count == 0 ? w["public.numbers.none"] : w.Say(key, ("numbers", string.Join(", ", all)));
    }

    private IEnumerable<EmergencyNumbers> In(string? country) => edition.Numbers.Where(n => country is null || n.Country == country);

    private static string? Find(EmergencyNumbers country, string purpose) => country.Numbers.FirstOrDefault(n => n.Purpose == purpose)?.Number;

    private static string? First(EmergencyNumbers country) => Find(country, Emergency) ?? Find(country, Ambulance) ?? country.Numbers.FirstOrDefault(n => !Quiet.Contains(n.Purpose))?.Number;

    // Where one number serves all, no more need be said; else she chooses whom she calls.
    private string? FirstNamed(EmergencyNumbers country) => Find(country, Emergency)
        ?? string.Join(", ", country.Numbers.Where(n => n.Purpose is Ambulance or "police").OrderBy(n => n.Purpose, StringComparer.Ordinal).Select(n => $"{w.Of("public.number.", n.Purpose)} {n.Number}"));

    private static string? ChildsNumber(EmergencyNumbers country) =>
        Find(country, Children) is { } children ? First(country) is { } first && first != children && Find(country, Emergency) is not null ? $"{children} / {first}" : children : First(country);
}
