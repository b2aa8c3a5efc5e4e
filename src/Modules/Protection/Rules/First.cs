using System.Text.Json;
using Amparo.Protection.Rules.Drafting;

namespace Amparo.Protection.Rules;

/// <summary>The versions that come with the program: a programme begins with them, and edits them into its own.</summary>
internal static class First
{
    public static Instrument Instrument { get; } = Read<Instrument>("instrument") with { Words = Languages.All.ToDictionary(l => l, l => Read<IReadOnlyDictionary<string, string>>("words." + l)) };

    public static RuleTable Rules { get; } = Read<RuleTable>("rules");

    public static IReadOnlyList<Sample> Samples { get; } = [.. Read<IReadOnlyList<Sample>>("samples").Select(s => s.Asked())];

    private static T Read<T>(string name)
    {
        using var file = typeof(First).Assembly.GetManifestResourceStream($"Rules.First.{name}.json") ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T>(file, Canonical.Options)!;
    }
}
