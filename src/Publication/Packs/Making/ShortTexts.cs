using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Descriptions as packs carry them: the beginning, up to the end of a sentence or of a word. Lists that nobody wrote for phones tell of a
/// service in a thousand letters, and such texts were two thirds of a pack. Nothing that decides whether somebody goes there is
/// cut: whom it receives, what to bring, when it is open, what it costs, telephones and addresses are whole.
/// </summary>
public static class ShortTexts
{
    /// <summary>Letters of a description, without the sign that it goes on.</summary>
    public const int Most = 105;

    // To cut off a last word or two would cost more, in words that say so, than it saves.
    private const int Spared = 25;
    private const string GoesOn = " …";

    /// <summary>The same object where nothing is too long.</summary>
    public static PublicPlace Of(PublicPlace place)
    {
        var profile = place.Profile;
        if (!IsLong(profile.Description) && !profile.Services.Any(s => IsLong(s.Description))) return place;
        return place with
        {
            Profile = profile with { Description = Of(profile.Description), Services = [.. profile.Services.Select(s => IsLong(s.Description) ? s with { Description = Of(s.Description) } : s)] },
        };
    }

    /// <summary>The text itself where it is short enough.</summary>
    public static string? Of(string? text)
    {
        if (!IsLong(text)) return text;
        var begin = text.AsSpan(0, Most);
        var sentence = begin.LastIndexOfAny(". ", "! ", "? ") + 1;
        if (sentence > Most / 2) return text[..sentence] + GoesOn;
        var word = begin.LastIndexOfAny(' ', '\n', '\t');
        if (word > Most / 2) return string.Concat(begin[..word].TrimEnd(" ,;:-"), GoesOn);
        return text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)] + GoesOn;
    }

    private static bool IsLong([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) => text?.Length > Most + Spared;

    private static int LastIndexOfAny(this ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
    {
        var last = -1;
        foreach (var end in ends) last = Math.Max(last, text.LastIndexOf(end, StringComparison.Ordinal));
        return last;
    }
}
