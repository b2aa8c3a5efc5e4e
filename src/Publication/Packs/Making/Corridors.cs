using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// Ordered lists of countries of which one pack is made, for who goes through several. An operator's own stand in
/// <c>corridors.json</c> of the data folder and replace those that come with the program.
/// </summary>
public sealed class Corridors(DataFolder data)
{
    private const int Most = 24;

    /// <summary>Those that can be packs; others are left out.</summary>
    public IReadOnlyList<IReadOnlyList<string>> All()
    {
        var own = Path.Combine(data.Path, "corridors.json");
        using var file = File.Exists(own) ? File.OpenRead(own) : typeof(Corridors).Assembly.GetManifestResourceStream("Packs.corridors.json")!;
        try
        {
            var lists = JsonSerializer.Deserialize<List<List<string>>>(file) ?? [];
            return [.. lists.Where(IsOne).DistinctBy(l => string.Join('-', l)).Take(Most)];
        }
        catch (JsonException)
        {
            return []; // said by ./amparo pack list, which shows what there is
        }
    }

    private static bool IsOne(List<string> countries)
    {
        try
        {
            return countries.Count > 1 && PackNames.Of(countries, Languages.Base).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
