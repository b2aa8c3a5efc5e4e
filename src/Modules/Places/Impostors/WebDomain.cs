using System.Globalization;

namespace Amparo.Places.Impostors;

/// <summary>The name of a site, without what stands before it by habit.</summary>
internal static class WebDomain
{
    private static readonly IdnMapping Idn = new();

    /// <summary>As people read it: <c>xn--</c> is written out. Null where there is no site.</summary>
    public static string? Of(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0) return null;
        var host = address.Host.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        try
        {
            return Idn.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    /// <summary>One of them is, or lies under, the other.</summary>
    public static bool Belongs(string one, string other) =>
        one == other || one.EndsWith("." + other, StringComparison.Ordinal) || other.EndsWith("." + one, StringComparison.Ordinal);
}
