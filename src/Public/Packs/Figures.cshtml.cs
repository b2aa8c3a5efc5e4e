using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>How often packs were downloaded, with what the figure cannot say.</summary>
[Public("public.packs")]
internal sealed class FiguresModel(PackStore store, DownloadCounts counts) : PublicPage
{
    /// <summary>Each pack of every language; null where the figure is too small to say.</summary>
    public IReadOnlyList<(PackRow Pack, long? Count)> Packs { get; private set; } = [];

    public override string PathIn(string language) => $"/{language}/packs/figures";

    public void OnGet()
    {
        var known = counts.LastThirtyDays();
        Packs = [.. store.Catalogue.Packs.Values.Select(p => (p, known.TryGetValue(p.Name, out var count) ? count : (long?)null)).OrderByDescending(p => p.Item2).ThenBy(p => p.p.Name, StringComparer.Ordinal)];
        Facts.Until(Now.AddMinutes(10));
    }

    public string NameOf(PackRow pack) => $"{string.Join(" · ", pack.Countries.Select(c => Countries.NameOf(W, c)))} ({Languages.NameOf(pack.Language)})";
}
