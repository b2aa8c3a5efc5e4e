using System.Text.RegularExpressions;

namespace Amparo.Public.Hsds;

/// <summary>What a list says is an address may be a sentence: only what the formats of JSON Schema accept goes out as one.</summary>
internal static partial class Checked
{
    private const int Longest = 2000;

    /// <summary>An absolute http(s) address in ASCII, or null.</summary>
    public static string? Uri(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest) return null;
        if (!System.Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || uri.UserInfo.Length > 0) return null;
        string ascii;
        try
        {
            ascii = $"{uri.Scheme}://{uri.IdnHost}{(uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))}{uri.GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped)}";
        }
        catch (UriFormatException)
        {
            return null;
        }
        return UriShape().IsMatch(ascii) ? ascii : null;
    }

    /// <summary>One e-mail address, or null.</summary>
    public static string? Email(string? text) => text?.Trim() is { Length: > 0 and <= 254 } email && EmailShape().IsMatch(email) ? email : null;

    [GeneratedRegex(@"\Ahttps?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?(?:[/?#](?:[a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex UriShape();

    [GeneratedRegex(@"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EmailShape();
}
