using Amparo.Contracts.Recordings;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Recordings;

/// <param name="Language">In the words of the page.</param>
internal sealed record HeardLine(string Sha256, string Source, string Language, string Length);

/// <summary>What can be heard of a page: the reader's own language first, then every other in which somebody spoke it.</summary>
/// <param name="IsHidden">Drawn for a phone, which shows what it keeps itself.</param>
internal sealed record Heard(PublicPage Page, IReadOnlyList<HeardLine> Lines, bool IsHidden)
{
    // Sounds are laid beside an edition within seconds.
    private static readonly TimeSpan SoonThere = TimeSpan.FromMinutes(1);

    /// <param name="store">Null where it is drawn for a phone: all that can be heard is named then.</param>
    public static Heard Of(PublicPage page, IEnumerable<PublicRecording> recordings, RecordingStore? store)
    {
        var all = recordings.ToList();
        var there = store is null ? all : all.Where(r => store.Has(r.Sha256)).ToList();
        if (there.Count < all.Count) page.Facts.Until(page.Now + SoonThere);
        var own = SpokenAs(page.Lang);
        return new(page, [.. there.OrderByDescending(r => r.Language == own).ThenBy(r => r.Language, StringComparer.Ordinal).Select(r => new HeardLine(r.Sha256, SourceOf(r), Tongue.NameOf(page.W, r.Language), $"{r.Seconds / 60}:{r.Seconds % 60:00}"))], store is null);
    }

    public static string SpokenAs(string language) => language switch { "en" => "eng", "fr" => "fra", "pt" => "por", "ht" => "hat", _ => "spa" };

    private static string SourceOf(PublicRecording recording) => $"/recordings/{recording.Sha256}.{SoundTypes.Ends[recording.Type]}";
}
