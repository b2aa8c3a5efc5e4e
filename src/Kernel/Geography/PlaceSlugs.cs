namespace Amparo.Kernel;

/// <summary>
/// Gives each place its slug. Where several share a name in a country every one of them carries its area, then its
/// municipality, so that none is taken for the others; a number, from south to north, parts the dozen that are left.
/// </summary>
internal static class PlaceSlugs
{
    /// <param name="names">The places' folded names, by number.</param>
    public static void Give(GazetteerPlace[] places, string[] names)
    {
        var (areas, taken) = (new Dictionary<string, string>(), new HashSet<string>(places.Length));
        var left = places;
        foreach (var parts in new[] { 0, 1, 2 })
        {
            var slugs = Array.ConvertAll(left, place => Slug(place, names[place.Number], parts, areas));
            var seen = new Dictionary<string, int>(slugs.Length);
            foreach (var slug in slugs) seen[slug] = seen.GetValueOrDefault(slug) + 1;
            var clashing = new List<GazetteerPlace>();
            for (var i = 0; i < left.Length; i++)
            {
                if (seen[slugs[i]] == 1 && taken.Add(slugs[i])) left[i].Slug = slugs[i];
                else clashing.Add(left[i]);
            }
            left = [.. clashing];
        }
        foreach (var place in left.OrderBy(p => p.Point.Latitude).ThenBy(p => p.Point.Longitude).ThenBy(p => p.Number))
        {
            var (slug, number) = (Slug(place, names[place.Number], 2, areas), 1);
            while (!taken.Add($"{slug}-{number}")) number++;
            place.Slug = $"{slug}-{number}";
        }
    }

    private static string Slug(GazetteerPlace place, string name, int parts, Dictionary<string, string> areas)
    {
        var country = place.Country.ToLowerInvariant();
        if (parts == 0) return $"{name.Replace(' ', '-')}-{country}";
        if (!areas.TryGetValue(place.Admin1Name, out var area)) areas[place.Admin1Name] = area = Words(AreaNames.Bare(place.Admin1Name));
        return parts == 1 || place.Admin2Name is null ? $"{name.Replace(' ', '-')}-{area}-{country}" : $"{name.Replace(' ', '-')}-{Words(place.Admin2Name)}-{area}-{country}";
    }

    private static string Words(string text) => FoldedText.Fold(text).Replace(' ', '-');
}
