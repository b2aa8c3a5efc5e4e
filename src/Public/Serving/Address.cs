using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Amparo.Public.Serving;

/// <summary>What was asked for, in one spelling: what no page reads is left out, so that nobody can fill the memory with names of their own.</summary>
internal static class Address
{
    private const int LongestQuery = 2048;
    private static readonly string[] Known = ["q", "kind", "for", "country", "near", "open", "papers", "page", "from", "in", "about", "as", "look"];

    /// <summary>The language that the path begins with, or null.</summary>
    public static string? LanguageOf(string path)
    {
        if (path.Length < 3 || path[0] != '/' || (path.Length > 3 && path[3] != '/')) return null;
        foreach (var language in Languages.All)
            if (path.AsSpan(1, 2).SequenceEqual(language)) return language;
        return null;
    }

    /// <summary>Path and query as a key, or null for what is never kept.</summary>
    public static string Key(HttpRequest request)
    {
        var path = request.Path.Value!;
        if (!request.QueryString.HasValue) return path;
        var said = new List<(int Order, string Value)>();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var order = Array.IndexOf(Known, pair.DecodeName().ToString());
            if (order >= 0 && !pair.EncodedValue.IsEmpty) said.Add((order, pair.DecodeValue().ToString()));
        }
        if (said.Count == 0) return path;
        var key = new StringBuilder(path, path.Length + 64);
        foreach (var (order, value) in said.OrderBy(s => s.Order)) key.Append('\u001f').Append(Known[order]).Append('=').Append(value);
        return key.ToString();
    }

    /// <summary>Null where the address can be read; else the status that refuses it.</summary>
    public static int? Refusal(HttpContext context)
    {
        var query = context.Request.QueryString.Value;
        if (query?.Length > LongestQuery) return StatusCodes.Status414UriTooLong;
        if (!IsText(query)) return StatusCodes.Status400BadRequest;
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        return IsText(target.AsSpan(0, target.IndexOf('?') is >= 0 and var end ? end : target.Length)) ? null : StatusCodes.Status400BadRequest;
    }

    /// <summary>Whether percent signs spell whole bytes, and the bytes spell UTF-8 without NUL.</summary>
    private static bool IsText(ReadOnlySpan<char> encoded)
    {
        if (encoded.IndexOfAnyExceptInRange('\u0001', '\u007e') < 0 && !encoded.Contains('%')) return true;
        var bytes = new byte[encoded.Length * 3];
        var written = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                if (encoded[i] == '\0') return false;
                written += Encoding.UTF8.GetBytes(encoded.Slice(i, char.IsHighSurrogate(encoded[i]) && i + 1 < encoded.Length ? 2 : 1), bytes.AsSpan(written));
                if (char.IsHighSurrogate(encoded[i])) i++;
                continue;
            }
            if (i + 2 >= encoded.Length || !byte.TryParse(encoded.Slice(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var one) || one == 0) return false;
            bytes[written++] = one;
            i += 2;
        }
        return Utf8.IsValid(bytes.AsSpan(0, written));
    }
}
