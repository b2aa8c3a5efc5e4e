using Amparo.Public.App;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Public.Recordings;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>Where somebody chooses what to take along: how large, how old, until when, before anything is fetched. It works without script.</summary>
[Public("public.packs")]
internal sealed class PacksModel(PackStore store, RecordingStore recordings, AppFiles files) : PublicPage
{
    public IReadOnlyList<PackRow> OneCountry { get; private set; } = [];
    public IReadOnlyList<PackRow> Several { get; private set; } = [];

    /// <summary>Files of sounds: the reader's own language first.</summary>
    public IReadOnlyList<AudioRow> Audio { get; private set; } = [];

    /// <summary>Keys of what the script of the page may have to say.</summary>
    public static IReadOnlyList<string> Said { get; } =
    [
        .. new[] { "renew", "kept", "kept_until", "removed", "looking", "taken", "wrong.cannot_here", "wrong.network", "wrong.full", "wrong.private", "wrong.none", "wrong.needs_site", "wrong.failed", "wrong.too_new", "wrong.withdrawn" }.Select(k => $"public.keep.{k}"),
        .. new[] { "replayed", "other_pack", "other_kind", "other_key", "altered", "unreadable", "expired", "early" }.Select(k => $"public.pack.check.{k}"),
    ];

    private HomeScreen _screen = App.HomeScreen.All[0];

    public override HomeScreen? HomeScreen => _screen;

    /// <summary>Bytes on the line of what is fetched once, whatever is kept.</summary>
    public long FirstTime => files.Size;

    public override string PathIn(string language) => $"/{language}/packs{(_screen == App.HomeScreen.All[0] ? "" : $"?as={_screen.Name}")}";

    public void OnGet()
    {
        HasAppScript = true;
        _screen = App.HomeScreen.Of(Request.Query["as"].FirstOrDefault());
        var mine = store.Catalogue.Packs.Values.Where(p => p.Language == Lang && p.ExpiresAt > Now).ToList();
        OneCountry = [.. mine.Where(p => p.Countries.Count == 1).OrderBy(p => NameOf(p), StringComparer.Create(W.Culture, System.Globalization.CompareOptions.IgnoreNonSpace))];
        Several = [.. mine.Where(p => p.Countries.Count > 1).OrderBy(p => p.Countries.Count)];
        Audio = [.. recordings.Catalogue.Where(r => r.ExpiresAt > Now).OrderByDescending(r => r.Language == Heard.SpokenAs(Lang)).ThenBy(r => Tongue.NameOf(W, r.Language), StringComparer.Create(W.Culture, System.Globalization.CompareOptions.IgnoreNonSpace))];
        HasAudioScript = Audio.Count > 0;
        // Packs follow an edition by a minute or so.
        Facts.Until(Now.AddMinutes(1));
    }

    public string NameOf(PackRow pack) => string.Join(" · ", pack.Countries.Select(c => Countries.NameOf(W, c)));

    public string Megabytes(long bytes) => Math.Max(0.1, bytes / 1048576.0).ToString("0.0", W.Culture);

    public static long Kilobytes(long bytes) => (bytes + 1023) / 1024;
}
