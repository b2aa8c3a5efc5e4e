using System.Globalization;
using System.IO.Compression;
using Amparo.Public.Hsds;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Feeds;

/// <summary>The whole edition as a file.</summary>
internal sealed class Downloads(KeptFiles files, Texts texts, TimeProvider clock)
{
    private readonly Words _words = texts.In(Languages.Base);

    public async Task Package(HttpContext context)
    {
        var file = await files.Open("hsds.zip", (catalogue, moment, to, folder, stop) => Feeds.Package.Write(catalogue, moment, _words, to, folder, stop), context.RequestAborted);
        if (await Begin(context, file, "application/zip")) await Copy(context, file!.Stream, file.Stream.Length);
        if (file is not null) await file.Stream.DisposeAsync();
    }

    /// <summary>Kept packed: it shrinks to a tenth, and who cannot unpack it is rare.</summary>
    public async Task Places(HttpContext context)
    {
        var file = await files.Open("geojson.gz", async (catalogue, moment, to, _, stop) =>
        {
            await using var packed = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true);
            await GeoJson.Write(catalogue, moment, packed, stop);
        }, context.RequestAborted);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (await Begin(context, file, "application/geo+json"))
        {
            if (Packed.For(context.Request.Headers.AcceptEncoding) != PackedAs.Plain && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await Copy(context, file!.Stream, file.Stream.Length);
            }
            else
            {
                await using var plain = new GZipStream(file!.Stream, CompressionMode.Decompress, leaveOpen: true);
                await Copy(context, plain, null);
            }
        }
        if (file is not null) await file.Stream.DisposeAsync();
    }

    private async Task<bool> Begin(HttpContext context, OpenedFile? file, string type)
    {
        var response = context.Response;
        if (file is null)
        {
            await Plain.Send(context, StatusCodes.Status503ServiceUnavailable, "text/plain; charset=utf-8", "No edition is published yet.\n");
            return false;
        }
        // The packed and the plain form of one content are the same to whoever asks whether it changed.
        response.Headers.ETag = $"W/{file.ETag}";
        response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)Math.Clamp((file.GoodUntil - clock.GetUtcNow()).TotalSeconds, 0, 60)}");
        if (Tags.AreSame(context.Request.Headers.IfNoneMatch, file.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }
        response.ContentType = type;
        return true;
    }

    private static async Task Copy(HttpContext context, Stream from, long? length)
    {
        context.Response.ContentLength = length;
        if (!HttpMethods.IsHead(context.Request.Method)) await from.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
