using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Publication;

/// <summary>The lists under <c>Search/Words</c> as they stand in their files.</summary>
internal sealed record WordGroup(string Lang, IReadOnlyList<string> Words, IReadOnlyList<string> Kinds, string? For, string Weight, bool Both = false);

/// <param name="Meaning"><c>open_now</c>, <c>near_me</c>, <c>asks_no_papers</c>, <c>free</c> or <c>filler</c>.</param>
internal sealed record ModifierGroup(string Lang, string Meaning, IReadOnlyList<string> Words);

/// <param name="Place">"Name, CC" or "Name, Area, CC".</param>
/// <param name="OnlyIn">The country in which the alias means this place; null for everywhere.</param>
internal sealed record PlaceAlias(string Place, IReadOnlyList<string> Aliases, string? OnlyIn = null);

/// <param name="Short">Ways of writing that save letters, each with the word that is meant.</param>
/// <param name="NotTowns">What small villages are called and what everybody says of any place.</param>
/// <param name="Refusals">Before a wish to return they turn it round.</param>
/// <param name="RefusalsInCreole">The same, where the Spanish or French word means something else.</param>
/// <param name="Dropped">Articles and the like, which may stand in a phrase or not.</param>
/// <param name="Ordinary">Words that are neither mended nor looked for in the names of entries.</param>
internal sealed record EverydayWords(
    IReadOnlyDictionary<string, string> Short, IReadOnlyList<string> NotTowns, IReadOnlyList<string> Refusals, IReadOnlyList<string> RefusalsInCreole,
    IReadOnlyList<string> Dropped, IReadOnlyList<string> Ordinary);

/// <param name="Short">Codes of two letters, which mean it only beside the word for a consulate.</param>
internal sealed record Nation(IReadOnlyList<string> Names, IReadOnlyList<string> People, IReadOnlyList<string>? Short = null);

/// <param name="Sets">By name and language.</param>
internal sealed record TogetherWords(IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Sets, IReadOnlyList<TogetherPair> Pairs);

/// <summary>A word of one set and one of the other, wherever in a question they stand, mean these kinds.</summary>
internal sealed record TogetherPair(string One, string Other, IReadOnlyList<string> Kinds, string? For = null);

internal static class WordFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static T Read<T>(string name)
    {
        using var stream = typeof(WordFiles).Assembly.GetManifestResourceStream($"Search.Words.{name}.json")
            ?? throw new InvalidOperationException($"Search/Words/{name}.json is not embedded in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"Search/Words/{name}.json is empty.");
    }
}
