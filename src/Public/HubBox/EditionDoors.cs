using System.IO.Compression;
using Amparo.Publication;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Amparo.Public.HubBox;

/// <summary>
/// The current edition as files, for whoever keeps a copy of it: its envelope, and what the envelope names by its hashes. A copy
/// checks everything itself; a line that breaks in the middle goes on with a range.
/// </summary>
internal static class EditionDoors
{
    // As long as an exact address may stand on a telephone, and no longer.
    private const string Immutable = "public, max-age=604800, immutable";
    private const string Newest = "public, max-age=5, must-revalidate";

    public static void MapEditionDoors(this IEndpointRouteBuilder app)
    {
        Map(app, "/editions/current", "public.copy_edition", SendEnvelope);
        Map(app, "/editions/objects/{hash:length(64)}", "public.copy_edition", SendObject);
    }

    private static void Map(IEndpointRouteBuilder app, string path, string act, RequestDelegate answer) =>
        app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new PublicAttribute(act));

    private static Task SendEnvelope(HttpContext context)
    {
        var files = context.RequestServices.GetRequiredService<EditionFiles>();
        if (files.Envelope() is not { } envelope) return Missing(context, StatusCodes.Status503ServiceUnavailable);
        context.Response.Headers.CacheControl = Newest;
        return TypedResults.Bytes(envelope, "application/json", entityTag: new EntityTagHeaderValue($"\"{files.Tag()}\"")).ExecuteAsync(context);
    }

    private static Task SendObject(HttpContext context)
    {
        var hash = (string)context.Request.RouteValues["hash"]!;
        if (context.RequestServices.GetRequiredService<EditionFiles>().PathOf(hash) is not { } path) return Missing(context, StatusCodes.Status404NotFound);
        context.Response.Headers.CacheControl = Immutable;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var packs = context.Request.Headers.Range.Count == 0 && HttpMethods.IsGet(context.Request.Method) && Packed.Accepts(context.Request.Headers.AcceptEncoding.ToString(), "gzip");
        return packs ? SendPacked(context, path, hash) : TypedResults.PhysicalFile(path, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    // A fifth of the bytes; what is missing after a cut is asked for as it lies.
    private static async Task SendPacked(HttpContext context, string path, string hash)
    {
        var etag = $"\"{hash}-gz\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, useAsync: true);
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packing = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await file.CopyToAsync(packing, context.RequestAborted);
    }

    private static Task Missing(HttpContext context, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(status == StatusCodes.Status404NotFound ? "The current edition has no such file.\n" : "There is no edition yet.\n", context.RequestAborted);
    }
}
