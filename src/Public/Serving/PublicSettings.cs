using Microsoft.Extensions.Configuration;

namespace Amparo.Public.Serving;

/// <param name="PublicUrl">Where readers find the site, without a slash at the end; null where nobody said: links are then relative and nothing carries a QR code.</param>
/// <param name="PageCacheBytes">How many bytes of rendered pages are kept.</param>
internal sealed record PublicSettings(string? PublicUrl, long PageCacheBytes)
{
    private const long DefaultPageCacheBytes = 16L * 1024 * 1024;

    public static PublicSettings From(IConfiguration configuration) => new(
        configuration["Amparo:PublicUrl"] is { Length: > 0 } url ? url.TrimEnd('/') : null,
        long.TryParse(configuration["Amparo:PageCacheBytes"], out var bytes) && bytes > 0 ? bytes : DefaultPageCacheBytes);
}
