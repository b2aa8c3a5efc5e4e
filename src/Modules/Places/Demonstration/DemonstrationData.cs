using System.Text.Json;

namespace Amparo.Places.Demonstration;

/// <summary>The words from which invented centres are put together.</summary>
internal sealed record DemonstrationData(
    Dictionary<string, string[]> Towns, Dictionary<string, int> Share, Dictionary<string, string> Prefixes, Dictionary<string, int> Digits,
    Dictionary<string, string> Nations, Dictionary<string, string> Says, string[] Guests, string[] Areas, string[] Streets, string[] Tails,
    DemonstrationKind[] Kinds, Dictionary<string, string[]> Organizations)
{
    public static DemonstrationData Read()
    {
        using var file = typeof(DemonstrationData).Assembly.GetManifestResourceStream("Demonstration.demonstration.json")!;
        return JsonSerializer.Deserialize<DemonstrationData>(file, CompactJson.Options)!;
    }
}

/// <param name="Says">What is given there, in Spanish.</param>
/// <param name="Weight">Its share among all centres, in parts.</param>
/// <param name="Heads">How such a place is called here.</param>
/// <param name="Homes">The head that means a home or a refuge, which is for officers only.</param>
/// <param name="Serves">Sets of populations, codes with commas; an empty one says nothing.</param>
/// <param name="Also">Other kinds of help that it may give.</param>
internal sealed record DemonstrationKind(string Kind, string Says, double Weight, string[] Heads, string? Homes, string Hours, string[] Serves, string[] Also, string Org);
