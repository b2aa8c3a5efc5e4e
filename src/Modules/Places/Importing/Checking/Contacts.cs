using System.Net.Mail;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Telephone numbers, addresses of mail and of pages. What cannot be dialled or opened is left out and said.</summary>
internal static class Contacts
{
    public static IReadOnlyList<PlacePhone> Phones(Draft draft, string? voice, string? whatsapp, string? hotline)
    {
        var phones = new List<PlacePhone>();
        Add(draft, phones, "phone", voice, null);
        Add(draft, phones, "whatsapp", whatsapp, "whatsapp");
        Add(draft, phones, "hotline", hotline, "hotline");
        return phones;
    }

    public static void Add(Draft draft, List<PlacePhone> phones, string field, string? text, string? type, string? extension = null, string? description = null)
    {
        if (text is null) return;
        foreach (var part in Importing.Phones.Split(Clean.OneLine(draft, field, text, 200) ?? ""))
        {
            if (!part.Any(char.IsAsciiDigit)) continue;
            var read = Importing.Phones.Read(part, draft.Country);
            if (read.Problem is { } problem) draft.Note(problem, field, part);
            if (read.Number is not { } number || phones.Exists(p => p.Number == number && p.Type == (type ?? p.Type))) continue;
            if (read.Country is { } whose && whose != draft.Country && draft.Country.Length > 0 && !SharesCode(whose, draft.Country)) draft.Note(Reasons.PhoneOtherCountry, field, part);
            phones.Add(new(number, type ?? (read.IsShort ? "hotline" : "voice"), extension ?? read.Extension, description));
        }
    }

    public static string? Email(Draft draft, string? text)
    {
        if (Clean.OneLine(draft, "email", text, 254) is not { } said) return null;
        var first = said.Split([' ', ';', ',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
        if (first.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) first = first[7..];
        if (MailAddress.TryCreate(first, out var mail) && mail.Address == first && mail.Host.Contains('.', StringComparison.Ordinal) && !first.Any(c => c is '"' or '<' or '>')) return first;
        draft.Note(Reasons.EmailInvalid, "email", said);
        return null;
    }

    /// <summary>Only pages of the web: a <c>javascript:</c> link in a list would run in somebody's browser.</summary>
    public static string? Url(Draft draft, string? text)
    {
        if (Clean.OneLine(draft, "url", text, 500) is not { } said) return null;
        var full = said.Contains("://", StringComparison.Ordinal) || said.Contains(':', StringComparison.Ordinal) ? said : "https://" + said;
        if (Uri.TryCreate(full, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Contains('.', StringComparison.Ordinal) && url.UserInfo.Length == 0 && !full.Contains(' ', StringComparison.Ordinal)) return full;
        draft.Note(Reasons.UrlInvalid, "url", said);
        return null;
    }

    private static bool SharesCode(string one, string other) =>
        Countries.Facts.TryGetValue(one, out var a) && Countries.Facts.TryGetValue(other, out var b) && a.CallingCode == b.CallingCode;
}
