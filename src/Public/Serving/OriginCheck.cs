using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>
/// Readers have no session, hence no cookie and no token: what another site could make a browser send here is refused by
/// where it was sent from.
/// </summary>
internal static class OriginCheck
{
    public static bool IsOurs(HttpRequest request, string? publicUrl)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        // Behind a proxy that speaks https the request itself says http.
        if (publicUrl is not null && string.Equals(origin, publicUrl, StringComparison.OrdinalIgnoreCase)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
            && string.Equals(from.Authority, HostOf(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string HostOf(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";
}
