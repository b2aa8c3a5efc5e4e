using Amparo.Contracts.Places;

namespace Amparo.Public.Centres.Show;

/// <summary>What can be done with a number.</summary>
internal static class PhoneLink
{
    /// <summary>For <c>tel:</c>, with its extension after a pause; null where it holds too few digits to be dialled.</summary>
    public static string? Call(PlacePhone phone) => Type(phone) is "fax" or "pager" || Digits(phone) is not { } digits ? null
        : $"tel:{digits}{(string.IsNullOrEmpty(phone.Extension) ? "" : ";ext=" + string.Concat(phone.Extension.Where(char.IsAsciiDigit)))}";

    public static string? Message(PlacePhone phone) => Type(phone) is "text" or "cell" or "whatsapp" && Digits(phone) is { } digits ? $"sms:{digits}" : null;

    /// <summary>Only where the centre says that the number answers there, and with its country.</summary>
    public static string? WhatsApp(PlacePhone phone) => Type(phone) == "whatsapp" && Digits(phone) is { } digits && digits[0] == '+' ? $"https://wa.me/{digits[1..]}" : null;

    private static string Type(PlacePhone phone) => phone.Type ?? "voice";

    private static string? Digits(PlacePhone phone)
    {
        var digits = string.Concat(phone.Number.Where(char.IsAsciiDigit));
        return digits.Length < 3 ? null : phone.Number.TrimStart().StartsWith('+') ? "+" + digits : digits;
    }
}
