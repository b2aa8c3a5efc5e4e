using System.Buffers;

namespace Amparo.Kernel;

/// <summary>How long an SMS is as an operator counts it (3GPP TS 23.038): in the 7-bit alphabet 160, or 153 in each of several; in UCS-2 70, or 67.</summary>
/// <param name="IsPlain">All of it is in the 7-bit alphabet; one letter outside makes every letter dearer.</param>
/// <param name="Units">Septets, or UTF-16 units.</param>
/// <param name="Segments">How many messages are paid.</param>
public readonly record struct SmsLength(bool IsPlain, int Units, int Segments)
{
    private static readonly SearchValues<char> Basic = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");

    // Two septets each: an escape and a letter, which no border between two segments may part.
    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    public static SmsLength Of(string text)
    {
        var plain = !text.AsSpan().ContainsAnyExcept(Basic) || !text.Any(c => !Basic.Contains(c) && !Extended.Contains(c));
        var (alone, each) = plain ? (160, 153) : (70, 67);
        int units = 0, segments = 1, room = each;
        for (var i = 0; i < text.Length; i++)
        {
            var size = plain ? Extended.Contains(text[i]) ? 2 : 1 : char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            if (!plain && size == 2) i++;
            units += size;
            if (room < size) (segments, room) = (segments + 1, each);
            room -= size;
        }
        return new(plain, units, units <= alone ? 1 : segments);
    }
}
