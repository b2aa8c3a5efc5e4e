namespace Amparo.Web.ConsolePages;

/// <summary>Whether what changes something was sent by a page of ours. A browser says so; who says nothing is refused.</summary>
internal static class OwnOrigin
{
    public static bool Is(HttpRequest request, string? publicUrl)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin";
        var origin = request.Headers.Origin.ToString();
        // Behind a proxy that speaks https the request itself says http.
        return (publicUrl is not null && string.Equals(origin, publicUrl, StringComparison.OrdinalIgnoreCase))
            || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
