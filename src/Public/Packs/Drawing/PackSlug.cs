using System.Globalization;
using System.Text;

namespace Amparo.Public.Packs;

/// <summary>
/// The last piece of an address is mostly made of the name: then a pack holds only what stands behind it, after a tilde. A device
/// makes the rest: decompose (NFD), letters and digits of ASCII in lower case, marks left out, all else one hyphen.
/// </summary>
internal static class PackSlug
{
    public static string Short(string slug, string name) => From(name) is { Length: > 0 } made && slug.StartsWith(made + "-", StringComparison.Ordinal) ? "~" + slug[(made.Length + 1)..] : slug;

    public static string Whole(string cell, string name) => cell is ['~', .. var tail] ? $"{From(name)}-{tail}" : cell;

    private static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length >= 80) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
