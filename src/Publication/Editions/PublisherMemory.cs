using System.Text.Json;

namespace Amparo.Publication;

/// <summary>What the last build looked at. Where it is missing or does not fit, everything is built anew.</summary>
/// <param name="AsOf">The instant of the build that gave the content root, changed or not.</param>
/// <param name="Marks">By part, the marks of the minute before it.</param>
internal sealed record PublisherMemory(
    long Version, string ContentRoot, string Recipe, DateTimeOffset AsOf, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> Marks)
{
    public static PublisherMemory? Read(EditionStore store)
    {
        try
        {
            return JsonSerializer.Deserialize<PublisherMemory>(File.ReadAllBytes(store.Memory));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void Write(EditionStore store) => EditionStore.Replace(store.Memory, JsonSerializer.SerializeToUtf8Bytes(this));
}
