using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Amparo.Kernel;

/// <summary>The texts of one language, as a page says them.</summary>
public sealed class Words
{
    private readonly Texts _texts;
    private readonly FrozenDictionary<string, Text> _own, _base;
    private readonly FrozenDictionary<string, Text>.AlternateLookup<ReadOnlySpan<char>> _ownByParts, _baseByParts;

    internal Words(Texts texts, FrozenDictionary<string, Text> own, FrozenDictionary<string, Text> fallback, string language)
    {
        (_texts, _own, _base, Language, Culture) = (texts, own, fallback, language, Languages.CultureOf(language));
        (_ownByParts, _baseByParts) = (own.GetAlternateLookup<ReadOnlySpan<char>>(), fallback.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    public string Language { get; }
    public CultureInfo Culture { get; }

    /// <summary>The same texts in another language; in the base language where that one is not ours.</summary>
    public Words In(string other) => _texts.In(Languages.All.Contains(other) ? other : Languages.Base);

    /// <summary>The text of a key; the key itself where nobody wrote it, which a test refuses.</summary>
    public string this[string key] => Find(key)?.Other ?? key;

    /// <summary>The text of a code, such as <c>("places.kind.", "shelter")</c>: a list of places asks for a hundred, and needs no key of each in memory.</summary>
    public string Of(string prefix, string code)
    {
        Span<char> key = stackalloc char[128];
        if (!key.TryWrite(CultureInfo.InvariantCulture, $"{prefix}{code}", out var length)) return this[prefix + code];
        return _ownByParts.TryGetValue(key[..length], out var text) || _baseByParts.TryGetValue(key[..length], out text) ? text.Other : prefix + code;
    }

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(this[key], values);

    /// <summary>The text with the plural form of <paramref name="count"/>, which fills the placeholder <c>{n}</c>.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Find(key);
        var form = text is null ? key : text.One is { } one && IsOne(count) ? one : text.Other;
        return Fill(form.Replace("{n}", count.ToString("N0", Culture), StringComparison.Ordinal), values);
    }

    /// <summary>
    /// The Spanish that must stand beside a text on danger, consent or law while no speaker has read the translation;
    /// null where it is not needed.
    /// </summary>
    public string? SpanishBeside(string key) =>
        Language != Languages.Base && Find(key) is { IsDraft: true } && _base.TryGetValue(key, out var spanish) ? spanish.Other : null;

    // French counts zero as one; Haitian Creole has no plural form of its own.
    private bool IsOne(long count) => Language switch { "fr" or "pt" => count is 0 or 1, "ht" => false, _ => count == 1 };

    private Text? Find(string key) => _own.TryGetValue(key, out var text) || _base.TryGetValue(key, out text) ? text : null;

    private string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var rest = text.AsSpan(); ;)
        {
            var open = rest.IndexOf('{');
            var close = open < 0 ? -1 : rest[open..].IndexOf('}');
            if (close < 0) return filled.Append(rest).ToString();
            filled.Append(rest[..open]);
            var name = rest[(open + 1)..(open + close)];
            var known = false;
            foreach (var (key, value) in values)
            {
                if (!name.SequenceEqual(key)) continue;
                filled.Append(Convert.ToString(value, Culture));
                known = true;
                break;
            }
            if (!known) filled.Append(rest[open..(open + close + 1)]);
            rest = rest[(open + close + 1)..];
        }
    }
}
