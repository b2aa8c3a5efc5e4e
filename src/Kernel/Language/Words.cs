using System.Globalization;

namespace Amparo.Kernel;

/// <summary>The texts of one language, as a page says them.</summary>
public sealed class Words(Texts texts, string language)
{
    public string Language => language;
    public CultureInfo Culture { get; } = Languages.CultureOf(language);

    /// <summary>The same texts in another language; in the base language where that one is not ours.</summary>
    public Words In(string other) => new(texts, other);

    /// <summary>The text of a key; the key itself where nobody wrote it, which a test refuses.</summary>
    public string this[string key] => texts.Find(language, key)?.Other ?? key;

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(this[key], values);

    /// <summary>The text with the plural form of <paramref name="count"/>, which fills the placeholder <c>{n}</c>.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = texts.Find(language, key);
        var form = text is null ? key : text.One is { } one && IsOne(count) ? one : text.Other;
        return Fill(form.Replace("{n}", count.ToString("N0", Culture), StringComparison.Ordinal), values);
    }

    /// <summary>
    /// The Spanish that must stand beside a text on danger, consent or law while no speaker has read the translation;
    /// null where it is not needed.
    /// </summary>
    public string? SpanishBeside(string key) =>
        language != Languages.Base && texts.Find(language, key) is { IsDraft: true } && texts.Find(Languages.Base, key) is { } spanish ? spanish.Other : null;

    // French counts zero as one; Haitian Creole has no plural form of its own.
    private bool IsOne(long count) => language switch { "fr" or "pt" => count is 0 or 1, "ht" => false, _ => count == 1 };

    private string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
            text = text.Replace("{" + name + "}", Convert.ToString(value, Culture), StringComparison.Ordinal);
        return text;
    }
}
