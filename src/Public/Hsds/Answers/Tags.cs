using Microsoft.Extensions.Primitives;

namespace Amparo.Public.Hsds;

internal static class Tags
{
    public static bool AreSame(StringValues given, string etag)
    {
        foreach (var header in given)
            if (header is not null && (header == "*" || header.Contains(etag, StringComparison.Ordinal))) return true;
        return false;
    }
}
