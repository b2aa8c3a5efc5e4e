using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>Where somebody chooses what to take along: how large, how old, until when, before anything is fetched. It works without script.</summary>
[Public("public.packs")]
internal sealed class PacksModel(PackStore store) : PublicPage
{
    public IReadOnlyList<PackRow> OneCountry { get; private set; } = [];
    public IReadOnlyList<PackRow> Several { get; private set; } = [];

    public override string PathIn(string language) => $"/{language}/packs";

    public void OnGet()
    {
        var mine = store.Catalogue.Packs.Values.Where(p => p.Language == Lang && p.ExpiresAt > Now).ToList();
        OneCountry = [.. mine.Where(p => p.Countries.Count == 1).OrderBy(p => NameOf(p), StringComparer.Create(W.Culture, System.Globalization.CompareOptions.IgnoreNonSpace))];
        Several = [.. mine.Where(p => p.Countries.Count > 1).OrderBy(p => p.Countries.Count)];
        // Packs follow an edition by a minute or so.
        Facts.Until(Now.AddMinutes(1));
    }

    public string NameOf(PackRow pack) => string.Join(" · ", pack.Countries.Select(c => Countries.NameOf(W, c)));

    public static long Kilobytes(long bytes) => (bytes + 1023) / 1024;
}
