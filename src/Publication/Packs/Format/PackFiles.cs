namespace Amparo.Publication;

/// <summary>What serves packs needs to know of their form.</summary>
public static class PackFiles
{
    /// <summary>The line before the packed body.</summary>
    public const int HeadLength = PackFile.HeadLength;

    /// <summary>The body of a packed one.</summary>
    public static byte[] Unpacked(ReadOnlyMemory<byte> packed) => PackFile.Unpacked(packed, PackManifest.MostBytes);
}
