using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Publication;
using Amparo.Tests.Search;
using Amparo.Tests.Search.Pocket;

namespace Amparo.Tests.Public.Pocket;

/// <summary>Two countries of hard places, as pages can show them: what hours and texts hold, what is full, old, doubtful, over, or named to break a page.</summary>
internal static class PocketPlaces
{
    public static readonly string[] Countries = ["HN", "SV"];

    // At the precision of a pack's instants, which are minutes.
    private static readonly DateTimeOffset Now = ReaderPlaces.Now;
    private static readonly string[] Names = ["Casa \"El Ñandú\" & <amigos>", "Kay d'Été <script>alert(1)</script>", "Hogar Æsir — São João"];

    public static Gazetteer Towns { get; } = Geodata.Gazetteer.Only(Countries);

    /// <summary>What the server's page says of a long text, and how a pack begins it.</summary>
    public static IReadOnlyDictionary<string, string> Shortened { get; } = Take(int.MaxValue).Select(p => p.Profile).SelectMany(p => p.Services.Select(s => s.Description).Append(p.Description)).OfType<string>()
        .Distinct().Where(t => ShortTexts.Of(t) != t).ToDictionary(t => t.Trim(), t => ShortTexts.Of(t)!);

    public static List<PublicPlace> Take(int most) => [.. HardPlaces.Take(1_600, seed: 7).Where(p => Countries.Contains(p.Country)).Take(most).Select(Shown)];

    /// <summary>Some of which something is not shown: two kinds in one country and one in the other, for some days.</summary>
    public static Edition Edition(IReadOnlyList<PublicPlace> places) => new(new(1, Now.AddHours(-1), Now.AddDays(30), new('1', 64), 0, true), places, ReaderPlaces.Numbers, [], veils:
    [
        new(TextHash.Of("una-casa"), "HN", PlaceKinds.Women, Now.AddDays(3)), new(TextHash.Of("otra-casa"), "HN", PlaceKinds.Shelter, Now.AddHours(10)), new(TextHash.Of("tercera"), "SV", PlaceKinds.Shelter, Now.AddDays(9)),
    ]);

    private static PublicPlace Shown(PublicPlace hard, int number)
    {
        var name = number % 19 == 3 ? Names[number / 19 % Names.Length] : hard.Name;
        var isFull = hard.FullSaidAt is not null || number % 23 == 5;
        var place = hard with
        {
            Name = name, Slug = $"{FoldedText.Fold(name).Replace(' ', '-')}-{number}", TimeZone = number % 5 == 0 ? "America/Tijuana" : hard.Country == "HN" ? "America/Tegucigalpa" : "America/El_Salvador",
            Address = hard.Disclosure == Disclosures.Exact ? $"Calle {number}, portón azul" : null, ExpiresAt = hard.ExpiresAt is { } at ? Minute(at) : null, MayBeClosedSince = number % 31 == 7 ? Now.AddDays(-2) : null,
            AssuredHow = hard.AssuredAt is null ? null : AssuranceMeans.All[number % 4], AssuredBy = hard.AssuredAt is null ? null : "Oficina regional", FullSaidAt = isFull ? Now.AddHours(-2) : null, FullUntil = isFull ? Now.AddHours(19) : null,
            Profile = hard.Profile with
            {
                Phones = number % 3 == 0 ? [] : [new($"+504 000 555 {number:0000}", number % 2 == 0 ? "whatsapp" : null)], Beds = number % 4 == 0 ? number % 3 : null, LatestAdmission = number % 6 == 0 ? new(21, 30) : null,
                Description = number % 9 == 2 ? "Desayuno y cena para quien llega, también de noche. Se puede lavar la ropa y guardar la maleta hasta el día siguiente; pregunte en la puerta por la señora de guardia." : hard.Profile.Description,
                GettingThere = number % 4 == 1 ? "Detrás de la iglesia" : null, IsHonorary = hard.Kind == PlaceKinds.Consular && number % 2 == 0, Jurisdiction = number % 3 == 0 ? "todo el país" : null, Languages = number % 2 == 0 ? ["spa", "hat"] : [],
            },
        };
        // The index knows the point of a house that a phone must forget to a kilometre only: here both sides measure from the same one.
        return ShortLived.Is(place) ? place with { Latitude = Rounded(place.Latitude), Longitude = Rounded(place.Longitude) } : place;
    }

    private static double? Rounded(double? degrees) => degrees is { } d ? Math.Round(d, 2) : null;

    private static DateTimeOffset Minute(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);
}
