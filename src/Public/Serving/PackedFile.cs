using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>
/// A file of the program, the same for everybody: a phone at a border pays for every byte, so it is sent at its smallest, packed when
/// the program was built or when it is first asked for.
/// </summary>
internal sealed class PackedFile
{
    public const string ForAYear = "public, max-age=31536000, immutable";

    private readonly string _type;
    private readonly Func<byte[]> _plain;
    private readonly Lazy<byte[]> _gzip, _brotli;

    public PackedFile(byte[] bytes, string type)
    {
        (_type, _plain) = (type, () => bytes);
        (_gzip, _brotli) = (new(() => Packed.Whole(bytes, PackedAs.Gzip)), new(() => Packed.Whole(bytes, PackedAs.Brotli)));
        Hash = HashOf(bytes);
    }

    /// <summary>Packed when this was built. Hardly any browser unpacks nothing: for the few it is unpacked each time.</summary>
    public PackedFile(byte[] gzip, byte[] brotli, string type)
    {
        (_type, _plain) = (type, () => Unpacked(gzip));
        (_gzip, _brotli) = (new(gzip), new(brotli));
        Hash = HashOf(brotli);
    }

    /// <summary>Changes with its content.</summary>
    public string Hash { get; }

    /// <summary>What a reader pays whose browser takes this packing.</summary>
    public int BytesAs(PackedAs form) => In(form).Length;

    public Task Send(HttpContext context, string cacheControl)
    {
        var form = Packed.For(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"{Hash[..24]}-{form}\"";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var body = In(form);
        context.Response.ContentType = _type;
        context.Response.ContentLength = body.Length;
        if (Packed.NameOf(form) is { } encoding) headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private byte[] In(PackedAs form) => form switch { PackedAs.Gzip => _gzip.Value, PackedAs.Brotli => _brotli.Value, _ => _plain() };

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Unpacked(byte[] gzip)
    {
        using var from = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
