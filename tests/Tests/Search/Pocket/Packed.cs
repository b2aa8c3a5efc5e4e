using System.IO.Compression;

namespace Amparo.Tests.Search.Pocket;

internal static class Packed
{
    public static int Size(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return (int)into.Length;
    }
}
