using System.Collections.Concurrent;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;

namespace Amparo.Public.Layout;

/// <summary>
/// The cards that were drawn lately. Lists are asked from everywhere and seldom twice, but the same places stand in most of
/// them; who asked is not kept.
/// </summary>
internal sealed class DrawnCards
{
    // About 3 MB. Full, it begins anew: what is asked often is back after a few lists.
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<(Guid Place, string Language, bool WithSigns), DrawnCard> _drawn = new();
    private int _count;

    public DrawnCard Of(PublicPage page, PublicPlace place)
    {
        var key = (place.Id, page.Lang, page.LeadsWithSigns);
        if (_drawn.TryGetValue(key, out var known) && known.HoldsFor(page.Edition.Info, page.Now)) return known;
        var state = PlaceState.Of(place, page.Now);
        var drawn = new DrawnCard(Card.WordsOf(page, place, state), page.Edition.Info, page.Now, state.GoodUntil);
        if (known is null && Interlocked.Increment(ref _count) > Most)
        {
            _drawn.Clear();
            _count = 1;
        }
        _drawn[key] = drawn;
        return drawn;
    }
}
