using System.Globalization;
using Amparo.Contracts.Places;

namespace Amparo.Places.Demonstration;

internal static class DemonstrationProfile
{
    private static readonly Dictionary<string, string[]> Spoken = new()
    {
        ["GT"] = ["mam", "quc", "kek", "cak"], ["MX"] = ["tzo", "tzh", "mam"], ["HN"] = ["miq", "cab"], ["NI"] = ["miq"], ["PA"] = ["gym", "hat"], ["CR"] = ["gym", "hat"], ["BZ"] = ["bzj", "spa"], ["SV"] = [],
    };

    public static PlaceProfile Of(DemonstrationData data, DemonstrationKind kind, GazetteerPlace town, bool isHospital, string[] nationals, int number, Random dice)
    {
        var serves = kind.Serves[dice.Next(kind.Serves.Length)];
        var also = kind.Also.Where(_ => dice.Next(2) == 0).Prepend(kind.Kind);
        var sleeps = kind.Kind == PlaceKinds.Shelter;
        var official = kind.Kind is PlaceKinds.Consular or PlaceKinds.MigrationAuthority or PlaceKinds.AsylumAuthority or PlaceKinds.Documents;
        return new()
        {
            TextLanguage = "es",
            Phones = Phones(data, town.Country, number, dice),
            Services = [.. also.Select(k => new PlaceService(StableId.Of("demonstration", "service", number.ToString(CultureInfo.InvariantCulture), k), data.Kinds.Single(d => d.Kind == k).Says, k))],
            Hours = DemonstrationHours.Of(isHospital ? "always" : kind.Hours, dice),
            Languages = [town.Country == "BZ" ? "eng" : "spa", .. Spoken[town.Country].Where(_ => dice.Next(4) == 0), .. dice.Next(6) == 0 ? ["hat"] : Array.Empty<string>()],
            Interpreters = dice.Next(8) == 0 ? ["hat", "fra", "por"] : [],
            Accessibility = dice.Next(3) == 0 ? ["wheelchair"] : [],
            Serves = serves.Length == 0 ? [] : serves.Split(','),
            FamiliesTogether = sleeps && serves.Contains("families", StringComparison.Ordinal) ? dice.Next(3) != 0 : null,
            SonsUntilAge = sleeps && serves.StartsWith("women", StringComparison.Ordinal) ? 10 + dice.Next(5) : null,
            LatestAdmission = sleeps ? new TimeOnly(19 + dice.Next(4), 0) : null,
            NightsAllowed = sleeps ? 3 + dice.Next(4) * 2 : null,
            Beds = sleeps ? 10 + dice.Next(12) * 5 : null,
            AsksNoPapers = official ? false : dice.Next(5) == 0 ? null : true,
            RequiredDocuments = official ? ["Cualquier identificación que tenga, aunque esté vencida"] : [],
            Costs = kind.Kind == PlaceKinds.Remittance ? [new("Comisión por envío", 500, "USD")] : official || dice.Next(4) == 0 ? [] : [new("Gratis", 0, "USD")],
            IsPublicHospital = isHospital,
            Nationals = nationals,
            IsHonorary = nationals.Length > 0 && dice.Next(9) == 0,
            Jurisdiction = nationals.Length > 0 ? data.Says.GetValueOrDefault(town.AreaSaid, town.AreaSaid) : null,
        };
    }

    /// <summary>How long ago somebody made sure: most lately, some too long ago, some never.</summary>
    public static TimeSpan? AssuredAgo(string kind, Random dice)
    {
        var halfLife = new PlacesSettings().HalfLifeOf(kind);
        return dice.Next(100) switch
        {
            < 15 => null,
            < 72 => halfLife * dice.NextDouble() * 0.95,
            < 86 => halfLife * (1 + dice.NextDouble() * 0.5),
            < 97 => halfLife * (1.5 + dice.NextDouble() * 1.4),
            _ => halfLife * (3 + dice.NextDouble()),
        };
    }

    private static List<PlacePhone> Phones(DemonstrationData data, string country, int number, Random dice)
    {
        var digits = data.Digits.GetValueOrDefault(country, 8);
        string Number(int n) => $"+{data.Prefixes[country]} 0{n.ToString(CultureInfo.InvariantCulture).PadLeft(digits - 1, '0')}";
        var phones = new List<PlacePhone> { new(Number(number), "voice") };
        if (dice.Next(3) == 0) phones.Add(new(Number(500_000 + number), "whatsapp"));
        return phones;
    }
}
