using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>The page of a place as it is drawn for packs: what the clock changes is left to the device.</summary>
internal sealed class PackPlace : PlacePage
{
    public PackPlace(PublicPlace place, Words words, Edition edition)
    {
        // Week and exceptions are drawn from the first day of the month on, so that the same entry gives the same bytes all month.
        var first = new DateTimeOffset(edition.Info.MadeAt.Year, edition.Info.MadeAt.Month, 1, 12, 0, 0, TimeSpan.Zero);
        Begin(words, edition, first, publicUrl: null);
        var shortened = ShortTexts.Of(place);
        IsShortened = !ReferenceEquals(shortened, place);
        Show(shortened, new() { Freshness = FreshnessState.Assured, LocalNow = first, GoodUntil = DateTimeOffset.MaxValue });
        Said = Slots.Words;
    }

    public override bool IsForPacks => true;

    public override bool IsShortened { get; }

    /// <summary>Drawn for the part that lasts seven days.</summary>
    public bool IsExact { get; init; }

    public override bool HasWhereaboutsApart => !IsExact && ShortLived.Is(Place);

    public override string? AssuredDay => Place.AssuredAt is null ? null : Slots.Assured;
}

/// <summary>What stands around the parts of a pack that are about no place.</summary>
internal sealed class PackSheet : Layout.PublicPage
{
    public PackSheet(Words words, Edition edition) => Begin(words, edition, edition.Info.MadeAt, publicUrl: null);
}
