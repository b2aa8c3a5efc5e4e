using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>The lines of one part of a pack. No line holds a line break; tabs part its cells.</summary>
/// <param name="Life">After so long a device drops this part; null where it lasts as long as the pack.</param>
/// <param name="IsShared">The same for every country of a language: a corridor carries it once.</param>
public sealed record PackLines(string Name, IReadOnlyList<string> Lines, TimeSpan? Life = null, bool IsShared = false);

/// <summary>Draws what packs carry with the views of the readers' pages: nothing that a reader sees is written twice.</summary>
public interface IPackPages
{
    /// <summary>Changes when the same entries would be drawn otherwise.</summary>
    string Recipe { get; }

    /// <param name="places">The entries of the country, in the order of the pack.</param>
    Task<IReadOnlyList<PackLines>> Draw(Edition edition, string country, string language, IReadOnlyList<PublicPlace> places, CancellationToken stop);

    /// <summary>The pack as one page that opens from the file system, with the file itself inside so that it can be checked.</summary>
    byte[] Alone(Pack pack, ReadOnlyMemory<byte> file);
}

/// <summary>Writes the search index of a pack.</summary>
public interface IPocketIndex
{
    /// <summary>Changes when the same entries would give other bytes.</summary>
    string Recipe { get; }

    /// <param name="places">In the order of the pack's lines. Points of houses whose address lasts seven days are coarse already.</param>
    byte[] Write(IReadOnlyList<PublicPlace> places, IReadOnlyCollection<string> countries);
}
