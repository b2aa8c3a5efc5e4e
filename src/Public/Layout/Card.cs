using System.Collections.Frozen;
using System.Text;
using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Publication;

namespace Amparo.Public.Layout;

/// <summary>One place in a list, and how far it is from whoever asked: all else of it is the same for every reader.</summary>
internal sealed record Card(PublicPlace Place, DrawnCard Drawn, string? Far)
{
    public bool IsFull => Drawn.IsFull;

    // A reader's own position is known to a cell of 5 km: a shorter distance would be invented.
    private const double Near = 5;

    private const int MostSaid = 4;
    private static readonly FrozenSet<string> Kinds = PlaceKinds.All.ToFrozenSet();
    private static readonly FrozenSet<string> Whom = Populations.All.ToFrozenSet();

    public static Card Of(PublicPage page, PublicPlace place, double? kilometres = null)
    {
        var drawn = page.Drawn.Of(page, place);
        page.Facts.Until(drawn.GoodUntil);
        return new(place, drawn, FarFrom(page.W, kilometres));
    }

    /// <summary>What stands on it, in the words of the page's reader at this moment.</summary>
    public static CardWords WordsOf(PublicPage page, PublicPlace place, PlaceState state) => WordsOf(page, place, StateWords.Of(state, place, page.W, page.Dates));

    public static CardWords WordsOf(PublicPage page, PublicPlace place, StateWords said) => new(place, said, WhatOf(page.W, place), WhereOf(page.W, place));

    public static IReadOnlyList<Card> Of(PublicPage page, IEnumerable<SearchHit> hits) =>
        [.. hits.Where(h => !PlaceState.IsGone(h.Place, page.Now)).Select(h => Of(page, h.Place, h.Kilometres))];

    private static string WhereOf(Words w, PublicPlace place)
    {
        var town = place.Locality ?? place.AreaName ?? place.Admin1Name;
        return town is null ? Countries.NameOf(w, place.Country)
            : place.Disclosure == Disclosures.Area && place.Latitude is not null ? w.Say("public.where.area", ("town", AreaOf(place)))
            : $"{town}, {Countries.NameOf(w, place.Country)}";
    }

    /// <summary>How far, and the point that parts it from what stands behind; null where nobody said from where.</summary>
    public static string? FarFrom(Words w, double? kilometres) =>
        kilometres is not { } km ? null : (km < Near ? w["public.where.near"] : w.Say("public.where.km", ("km", Math.Round(km).ToString("N0", w.Culture)))) + " · ";

    /// <summary>The part of town and the town: "Zona centro" alone may be in any of them.</summary>
    public static string AreaOf(PublicPlace place)
    {
        var town = place.Locality ?? place.Admin1Name;
        if (place.AreaName is not { } area) return town ?? "";
        return town is null || area.Contains(town, StringComparison.OrdinalIgnoreCase) ? area : $"{area}, {town}";
    }

    private static string WhatOf(Words w, PublicPlace place)
    {
        var said = new StringBuilder(w.Of("places.kind.", place.Kind), 128);
        var services = place.Profile.Services;
        for (int i = 0, kinds = 1; i < services.Count && kinds < MostSaid; i++)
        {
            var kind = services[i].Kind;
            if (kind == place.Kind || !Kinds.Contains(kind) || services.Take(i).Any(s => s.Kind == kind)) continue;
            said.Append(" · ").Append(w.Of("places.kind.", kind));
            kinds++;
        }
        var whom = 0;
        foreach (var population in place.Profile.Serves)
        {
            if (whom == MostSaid || !Whom.Contains(population)) continue;
            said.Append(whom++ == 0 ? " — " : ", ").Append(w.Of("places.for.", population));
        }
        return said.ToString();
    }
}
