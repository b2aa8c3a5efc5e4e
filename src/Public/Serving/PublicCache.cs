using System.Globalization;
using System.Security.Cryptography;
using Amparo.Public.Errors;
using Amparo.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.ObjectPool;

namespace Amparo.Public.Serving;

/// <summary>
/// Answers public pages from packed bytes while they are true, without routing or a page; renders, packs and keeps the rest.
/// What it keeps is bounded by bytes, not by count: a hundred thousand centres in five languages would not fit.
/// </summary>
internal sealed class PublicCache(CurrentEdition current, TimeProvider clock, PublicSettings settings, ErrorPage errors) : IDisposable
{
    private const int ClientSeconds = 60;
    private const int LongestSeconds = 24 * 60 * 60;
    private const string Kept = "public, max-age=60";
    private const string Personal = "no-store";
    private readonly AskedBefore _asked = new();
    private readonly ObjectPool<MemoryStream> _sheets = new DefaultObjectPoolProvider().Create(new Sheets());
    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = settings.PageCacheBytes, CompactionPercentage = 0.1 });

    public Task Answer(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (Assets.IsAsset(path)) return Assets.Send(context);
        if (Address.LanguageOf(path) is null) return next(context);

        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isRead && current.Now is { } edition)
        {
            var form = Packed.For(context.Request.Headers.AcceptEncoding);
            var key = (Address.Key(context.Request), form);
            return _pages.TryGetValue(key, out KeptPage? page) && page!.HoldsFor(edition.Info, clock.GetUtcNow())
                ? Send(context, page)
                : Render(context, next, key, edition);
        }
        if (current.Now is null) return errors.Write(context, StatusCodes.Status503ServiceUnavailable);
        if (!isRead && !OriginCheck.IsOurs(context.Request, settings.PublicUrl)) return errors.Write(context, StatusCodes.Status403Forbidden);
        return Render(context, next, ("", Packed.For(context.Request.Headers.AcceptEncoding)), current.Now);
    }

    private async Task Render(HttpContext context, RequestDelegate next, (string Address, PackedAs Form) key, Edition edition)
    {
        if (Address.Refusal(context) is { } refusal)
        {
            await errors.Write(context, refusal);
            return;
        }
        var line = context.Response.Body;
        var rendered = _sheets.Get();
        context.Response.Body = rendered;
        try
        {
            await next(context);
            context.Response.Body = line;
            if (rendered.Length > 0) await Send(context, Keep(context, rendered, key, edition));
        }
        finally
        {
            context.Response.Body = line;
            _sheets.Return(rendered);
        }
    }

    private KeptPage Keep(HttpContext context, MemoryStream rendered, (string Address, PackedAs Form) key, Edition edition)
    {
        var facts = PageFacts.Of(context);
        var body = Packed.Pack(rendered.GetBuffer().AsSpan(0, (int)rendered.Length), key.Form, facts.IsSentOften);
        var page = new KeptPage(
            body, key.Form, facts.ContentType, facts.IsSentOften ? $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"" : null,
            Assets.PolicyOf(facts), facts.HasForm ? "same-origin" : "no-referrer",
            facts.IsSentOften && context.Response.StatusCode == StatusCodes.Status200OK ? Kept : Personal, facts.GoodUntil, edition.Info, context.Response.StatusCode);
        if (page.Status == StatusCodes.Status200OK && !facts.IsForOneReader && key.Address.Length > 0 && (!facts.IsPersonal || _asked.Is(key.Address)))
            _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Size(key.Address), AbsoluteExpirationRelativeToNow = Lasts(page) });
        return page;
    }

    // What was searched is forgotten when the page is no longer true, not when room is needed.
    private TimeSpan Lasts(KeptPage page) => TimeSpan.FromSeconds(Math.Clamp((page.GoodUntil - clock.GetUtcNow()).TotalSeconds, 1, LongestSeconds));

    private Task Send(HttpContext context, KeptPage page)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = page.Policy;
        headers["Referrer-Policy"] = page.ReferrerPolicy;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = ReferenceEquals(page.CacheControl, Kept) ? ForReaders(page.GoodUntil) : page.CacheControl;
        if (page.Status == StatusCodes.Status200OK && page.ETag is not null)
        {
            headers.ETag = page.ETag;
            if (IsSame(context.Request.Headers.IfNoneMatch, page.ETag))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = page.Type;
        if (Packed.NameOf(page.Form) is { } encoding) headers.ContentEncoding = encoding;
        context.Response.ContentLength = page.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page.Body, context.RequestAborted).AsTask();
    }

    // A browser must not go on showing "open" after the door closed.
    private string ForReaders(DateTimeOffset goodUntil)
    {
        if (goodUntil == DateTimeOffset.MaxValue) return Kept;
        var left = (int)Math.Clamp((goodUntil - clock.GetUtcNow()).TotalSeconds, 0, ClientSeconds);
        return left == ClientSeconds ? Kept : string.Create(CultureInfo.InvariantCulture, $"public, max-age={left}");
    }

    private static bool IsSame(Microsoft.Extensions.Primitives.StringValues given, string etag)
    {
        foreach (var header in given)
            if (header is not null && (header == "*" || header.Contains(etag, StringComparison.Ordinal))) return true;
        return false;
    }

    public void Dispose() => _pages.Dispose();

    // A page is written to a sheet that was used before: a new one for each reader is half of what the collector has to do.
    private sealed class Sheets : PooledObjectPolicy<MemoryStream>
    {
        private const int Usual = 48 * 1024;
        private const int Largest = 512 * 1024;

        public override MemoryStream Create() => new(Usual);

        public override bool Return(MemoryStream obj)
        {
            obj.SetLength(0);
            return obj.Capacity <= Largest;
        }
    }
}
