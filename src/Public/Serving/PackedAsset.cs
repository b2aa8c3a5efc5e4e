using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>
/// A file too large to be sent as it is, packed when this program was built: a phone at a border pays for every byte, a small
/// server for packing them anew. Its name changes with its content, so that it is fetched once and never asked for again.
/// </summary>
internal sealed class PackedAsset(string name, string end, string type, byte[] gzip, byte[] brotli)
{
    public const string ForAYear = "public, max-age=31536000, immutable";

    public string Path { get; } = $"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(brotli))[..10]}.{end}";

    /// <summary>What a reader pays whose browser takes this packing.</summary>
    public int BytesAs(PackedAs form) => form switch { PackedAs.Brotli => brotli.Length, PackedAs.Gzip => gzip.Length, _ => Unpacked().Length };

    public Task Send(HttpContext context)
    {
        var form = Packed.For(context.Request.Headers.AcceptEncoding);
        var body = form switch { PackedAs.Brotli => brotli, PackedAs.Gzip => gzip, _ => Unpacked() };
        var headers = context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = ForAYear;
        if (Packed.NameOf(form) is { } encoding) headers.ContentEncoding = encoding;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    // Hardly any browser unpacks nothing: for the few it is unpacked each time.
    private byte[] Unpacked()
    {
        using var from = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
