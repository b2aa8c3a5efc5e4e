using System.Security.Cryptography;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.App;

/// <summary>A file of the program, the same for everybody: packed when it is first asked for, and kept so.</summary>
internal sealed class PackedFile(byte[] bytes, string contentType)
{
    private readonly Lazy<byte[]> _gzip = new(() => Packed.Whole(bytes, PackedAs.Gzip)), _brotli = new(() => Packed.Whole(bytes, PackedAs.Brotli));

    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes));

    public int PackedSize => _gzip.Value.Length;

    public Task Send(HttpContext context, string cacheControl)
    {
        var form = Packed.For(context.Request.Headers.AcceptEncoding);
        var body = form switch { PackedAs.Gzip => _gzip.Value, PackedAs.Brotli => _brotli.Value, _ => bytes };
        var headers = context.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"{Hash[..24]}-{form}\"";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (Packed.NameOf(form) is { } encoding) headers.ContentEncoding = encoding;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
