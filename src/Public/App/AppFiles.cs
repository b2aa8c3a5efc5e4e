using System.Collections.Concurrent;
using Amparo.Public.Serving;
using Amparo.Publication;

namespace Amparo.Public.App;

/// <summary>What the app is made of: the worker, the scripts of the pages, the words of the search, its pictures.</summary>
internal sealed class AppFiles(Gazetteer gazetteer, Texts texts)
{
    private readonly Lazy<PackedFile> _words = new(() => new(PocketVocabulary.Json(gazetteer).ToArray(), "application/json; charset=utf-8"));
    private readonly ConcurrentDictionary<(string, HomeScreen), PackedFile> _manifests = new();

    public PackedFile Worker { get; } = new(Assets.Read("web.sw.js"), "text/javascript; charset=utf-8");

    public PackedFile Words => _words.Value;

    public string WordsPath => $"/app/words.{PocketVocabulary.IdOf(gazetteer)}.json";

    /// <summary>Scripts that pages ask for; each address changes with its content.</summary>
    public static IReadOnlyList<string> Scripts => Assets.ScriptPaths;

    /// <summary>Bytes on the line of all that comes once, whatever pack is kept.</summary>
    public long Size => Worker.BytesAs(PackedAs.Gzip) + Words.BytesAs(PackedAs.Gzip) + Assets.PackedSize;

    public PackedFile Manifest(string language, HomeScreen screen) => _manifests.GetOrAdd((language, screen), key => new(key.Item2.Manifest(texts.In(key.Item1)), "application/manifest+json; charset=utf-8"));

    public static byte[]? Icon(string name) => HomeScreen.All.Any(s => name == $"{s.Name}-192" || name == $"{s.Name}-512") ? Assets.Read($"web.icon.{name}.png") : null;
}
