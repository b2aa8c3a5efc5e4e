using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Places.Entries;

/// <summary>
/// The last piece of an entry's address. Its end comes from the identifier and never from a count: "-2" would tell that
/// another place of this name exists, and that one may be hidden.
/// </summary>
internal static class Slug
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(string name, Guid id)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length >= 80) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        foreach (var b in SHA256.HashData(id.ToByteArray(bigEndian: true))[..6]) slug.Append(Letters[b & 31]);
        return slug.ToString();
    }
}
