using System.Text.Json;

namespace Amparo.Publication;

/// <summary>
/// What a server says of a pack before it is fetched. Nobody signed it, so it only says what to ask for and how much may come;
/// all else is read in the pack.
/// </summary>
/// <param name="Id">Of its manifest: where it is the one that is here, nothing is fetched.</param>
/// <param name="Size">Bytes of the file.</param>
internal sealed record PackOffered(string Name, string Id, long Size)
{
    public const int LargestList = 4 * 1024 * 1024;

    // Every country of the world and all ways, in five languages.
    private const int Most = 1500;

    /// <exception cref="FetchRefused">It is no such list, or one that no server of ours would make.</exception>
    public static IReadOnlyList<PackOffered> Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var rows = document.RootElement.GetProperty("packs");
            if (rows.GetArrayLength() > Most) throw new FetchRefused("The server offers more packs than there can be.");
            List<PackOffered> offered = [.. rows.EnumerateArray().Select(r => new PackOffered(r.GetProperty("name").GetString()!, r.GetProperty("id").GetString()!, r.GetProperty("gzip").GetInt64()))];
            return offered.TrueForAll(o => o.CanBe) && offered.DistinctBy(o => o.Name).Count() == offered.Count ? offered : throw Unreadable();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Unreadable();
        }
    }

    // Both become part of a path here.
    private bool CanBe => PackNames.Is(Name) && Id is { Length: 24 } && Id.All(char.IsAsciiHexDigitLower) && Size > PackFile.HeadLength;

    private static FetchRefused Unreadable() => new("What the server says of its packs cannot be read.");
}
