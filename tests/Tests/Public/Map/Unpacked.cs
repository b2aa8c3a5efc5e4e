using System.IO.Compression;
using System.Text;

namespace Amparo.Tests.Public.Map;

internal static class Unpacked
{
    public static string Text(byte[] body, HttpResponseMessage answer) => Encoding.UTF8.GetString(Bytes(body, answer.Content.Headers.ContentEncoding.SingleOrDefault()));

    public static byte[] Bytes(byte[] body, string? packing)
    {
        using var packed = new MemoryStream(body);
        using var open = packing switch { "br" => new BrotliStream(packed, CompressionMode.Decompress), "gzip" => new GZipStream(packed, CompressionMode.Decompress), _ => (Stream)packed };
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return bytes.ToArray();
    }
}
