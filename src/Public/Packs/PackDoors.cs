using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Amparo.Public.Feeds;
using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Amparo.Public.Packs;

/// <summary>Packs as files, and what an app asks for. No address says what somebody needs; every door is open to all.</summary>
internal sealed class PackDoors(PackStore store, PackDeltas deltas, DownloadCounts counts, LatelySent sent)
{
    public const string FileEnd = ".pack";
    private const string Binary = "application/octet-stream", Json = "application/json; charset=utf-8";

    /// <summary>What packs there are, their sizes, and from which older ones there are deltas.</summary>
    public Task Index(HttpContext context)
    {
        var packs = store.Catalogue.Packs.Values.Select(p => new
        {
            name = p.Name, countries = p.Countries, language = p.Language, id = p.Id, edition = p.Edition, madeAt = p.MadeAt.UtcDateTime, expiresAt = p.ExpiresAt.UtcDateTime, entries = p.Entries,
            gzip = p.FileSize, brotli = p.BrotliSize ?? p.FileSize, from = p.Days.Values.Select(d => d.Id).Where(id => id != p.Id).Distinct(),
        });
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Tagged(context, JsonSerializer.SerializeToUtf8Bytes(new { packs }));
    }

    /// <summary>Asked before anything else, and never from a store that lies on the way.</summary>
    public async Task Revoked(HttpContext context)
    {
        if (store.Revoked is not { } list)
        {
            await Plain.NotFound(context, "Nothing was made yet that could be revoked.");
            return;
        }
        context.Response.Headers.CacheControl = "no-store";
        await Tagged(context, list);
    }

    /// <summary>The file that is passed from hand to hand, whole or from where a download was cut.</summary>
    public Task File(HttpContext context) => Find(context) is { } row ? SendFile(context, row) : NoPack(context);

    /// <summary>The same unpacked by the browser on the way: by Brotli where it can.</summary>
    public Task Body(HttpContext context) => Find(context) is { } row ? SendBody(context, row) : NoPack(context);

    /// <summary>The page that opens from the file system; only of one country, since a phone must be able to show it.</summary>
    public async Task Page(HttpContext context)
    {
        if (Find(context) is not { PageSize: not null } row)
        {
            await NoPack(context);
            return;
        }
        Count(context, row);
        context.Response.Headers.Vary = "Accept-Encoding";
        context.Response.Headers.CacheControl = "public, max-age=60";
        context.Response.Headers.ContentDisposition = $"attachment; filename={row.Name}.html";
        var packed = await sent.Bytes(row.File + PackStore.PageEnd, context.RequestAborted);
        var isPacked = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (isPacked) context.Response.Headers.ContentEncoding = "gzip";
        await Results.Bytes(isPacked ? packed : PackFiles.Unpacked(packed), "text/html; charset=utf-8").ExecuteAsync(context);
    }

    public async Task Delta(HttpContext context)
    {
        var from = (string)context.Request.RouteValues["id"]!;
        if (Find(context) is not { } row || !IsId(from) || await deltas.From(row.Name, from, context.RequestAborted) is not { } file)
        {
            await Plain.NotFound(context, "There is no delta from there: fetch the whole pack.");
            return;
        }
        context.Response.Headers.CacheControl = "public, max-age=60";
        await Results.File(store.PathOf(file), Binary, entityTag: new EntityTagHeaderValue($"\"{from}-{row.Id}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private async Task SendFile(HttpContext context, PackRow row)
    {
        Count(context, row);
        context.Response.Headers.CacheControl = "public, max-age=60";
        await Results.File(await sent.Bytes(row.File, context.RequestAborted), Binary, row.Name + FileEnd, entityTag: new EntityTagHeaderValue($"\"{row.File[..24]}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private async Task SendBody(HttpContext context, PackRow row)
    {
        var form = FormOf(context, row);
        context.Response.Headers.Vary = "Accept-Encoding";
        context.Response.Headers.CacheControl = "public, max-age=60";
        Count(context, row);
        var tag = new EntityTagHeaderValue($"\"{row.Id}-{(form == PackedAs.Brotli ? "b" : "g")}\"");
        if (form == PackedAs.Brotli)
        {
            context.Response.Headers.ContentEncoding = "br";
            await Results.File(await sent.Bytes(row.File + ".br", context.RequestAborted), Binary, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(context);
            return;
        }
        var bytes = (await sent.Bytes(row.File, context.RequestAborted)).AsMemory(PackFiles.HeadLength);
        if (form == PackedAs.Gzip) context.Response.Headers.ContentEncoding = "gzip";
        else bytes = PackFiles.Unpacked(bytes);
        await Results.File(bytes.ToArray(), Binary, entityTag: form == PackedAs.Gzip ? tag : null, enableRangeProcessing: form == PackedAs.Gzip).ExecuteAsync(context);
    }

    // A hub asks each minute, on a line that somebody pays by the megabyte: what did not change is not sent.
    private static Task Tagged(HttpContext context, ReadOnlyMemory<byte> json) =>
        TypedResults.Bytes(json, Json, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, 12))}\"")).ExecuteAsync(context);

    private static PackedAs FormOf(HttpContext context, PackRow row)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var form = Packed.For(accepted);
        if (form != PackedAs.Brotli || row.BrotliSize is not null) return form;
        return Packed.Accepts(accepted, "gzip") ? PackedAs.Gzip : PackedAs.Plain;
    }

    // Once for each download that begins at its beginning; who asks whether it changed has it already.
    private void Count(HttpContext context, PackRow row)
    {
        var range = context.Request.Headers.Range.ToString();
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.IfNoneMatch.Count == 0 && (range.Length == 0 || range.StartsWith("bytes=0-", StringComparison.Ordinal))) counts.Add(row.Name);
    }

    private PackRow? Find(HttpContext context) => context.Request.RouteValues["name"] is string name && PackNames.Is(name) ? store.Catalogue[name] : null;

    private static bool IsId(string id) => id.Length == 24 && id.All(char.IsAsciiHexDigitLower);

    private static Task NoPack(HttpContext context) => Plain.NotFound(context, "There is no such pack.");
}
