using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Amparo.Kernel;

/// <summary>
/// Every word that the software says, from <c>Text/&lt;language&gt;.json</c> of each assembly. A value is a text with
/// placeholders such as <c>{place}</c>, or an object of plural forms (<c>one</c>, <c>other</c>). A key that begins with
/// <c>$</c> is about the file: <c>$state</c> is <c>draft</c> or <c>read by a speaker</c>, and <c>$read</c> lists the keys
/// that a speaker read although the file is a draft.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Text>> _byLanguage;
    private readonly FrozenDictionary<string, Words> _words;

    private Texts(Dictionary<string, Dictionary<string, Text>> byLanguage)
    {
        _byLanguage = byLanguage.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(StringComparer.Ordinal));
        _words = byLanguage.Keys.ToFrozenDictionary(l => l, l => new Words(this, _byLanguage[l], _byLanguage[Languages.Base], l));
    }

    /// <exception cref="InvalidOperationException">Two assemblies own the same key, or a file cannot be read.</exception>
    public static Texts From(IEnumerable<Assembly> assemblies)
    {
        var byLanguage = Languages.All.ToDictionary(l => l, _ => new Dictionary<string, Text>());
        foreach (var assembly in assemblies.Distinct())
        {
            foreach (var language in Languages.All)
            {
                using var file = assembly.GetManifestResourceStream($"Text.{language}.json");
                if (file is null) continue;
                foreach (var (key, text) in Read(file))
                {
                    if (!byLanguage[language].TryAdd(key, text))
                        throw new InvalidOperationException($"The text '{key}' ({language}) of {assembly.GetName().Name} has a twin in another assembly: begin keys with the module's name.");
                }
            }
        }
        return new(byLanguage);
    }

    public Words In(string language) => _words[language];

    public IReadOnlyCollection<string> Keys(string language) => _byLanguage[language].Keys;

    /// <summary>The text, or the base language's where this one lacks it, or null where nobody has it.</summary>
    public Text? Find(string language, string key) =>
        _byLanguage.TryGetValue(language, out var own) && own.TryGetValue(key, out var text) ? text
        : _byLanguage[Languages.Base].TryGetValue(key, out var fallback) ? fallback
        : null;

    private static IEnumerable<(string Key, Text Text)> Read(Stream file)
    {
        using var json = JsonDocument.Parse(file);
        var draft = !json.RootElement.TryGetProperty("$state", out var state) || state.GetString() != "read by a speaker";
        var read = json.RootElement.TryGetProperty("$read", out var list) ? list.EnumerateArray().Select(k => k.GetString()!).ToHashSet() : [];
        return [.. json.RootElement.EnumerateObject().Where(p => !p.Name.StartsWith('$')).Select(p =>
            (p.Name, p.Value.ValueKind == JsonValueKind.Object
                ? new Text(p.Value.GetProperty("other").GetString()!, p.Value.TryGetProperty("one", out var one) ? one.GetString() : null, draft && !read.Contains(p.Name))
                : new Text(p.Value.GetString()!, null, draft && !read.Contains(p.Name))))];
    }
}

/// <param name="Other">The text, or its plural.</param>
/// <param name="One">The singular, where the text counts something and the language has one.</param>
/// <param name="IsDraft">No speaker has read it yet: where life hangs on it, the Spanish stands beside it.</param>
public sealed record Text(string Other, string? One, bool IsDraft);
