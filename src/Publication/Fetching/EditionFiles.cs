namespace Amparo.Publication;

/// <summary>
/// The files of the edition that readers see now, for machines that copy it. Those of earlier editions are not given out:
/// they hold what was withdrawn since.
/// </summary>
public sealed class EditionFiles(EditionStore store, CurrentEdition current)
{
    private Known? _known;

    /// <summary>The envelope as it was signed, byte for byte; null where no edition lies here as files.</summary>
    public ReadOnlyMemory<byte>? Envelope() => Look()?.Bytes;

    /// <summary>Hexadecimal content root, for comparing without reading.</summary>
    public string? Tag() => current.Now is { } edition ? $"{edition.Info.Version}-{edition.Info.ContentRoot}" : null;

    /// <param name="sha256">Hexadecimal, lower case.</param>
    /// <returns>The path of a file that the current edition names; null for any other name.</returns>
    public string? PathOf(string sha256) => Look() is { } known && known.Files.Contains(sha256) ? store.ObjectOf(sha256) : null;

    private Known? Look()
    {
        if (current.Now?.Info is not { } info) return null;
        if (_known is { } known && ReferenceEquals(known.Info, info)) return known;
        try
        {
            var envelope = store.ReadEnvelope(info.Version);
            return envelope.ContentRoot != info.ContentRoot ? null : _known = new(info, envelope.ToBytes(), envelope.Files.Select(f => f.Sha256).ToHashSet());
        }
        catch (EditionDamaged)
        {
            return null;
        }
    }

    private sealed record Known(EditionInfo Info, byte[] Bytes, HashSet<string> Files);
}
