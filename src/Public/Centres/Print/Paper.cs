using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Centres.Print;

/// <summary>What may stand on paper. It is found in pockets and hangs on walls, and it stays true or false without anybody who could change it.</summary>
internal static class Paper
{
    /// <summary>Kilometres around a town that a person may walk or ride in a day.</summary>
    private const double Around = 30;

    private static readonly string[] Refuges = [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence];
    private static readonly string[] Few = [Populations.Women, Populations.Lgbti, Populations.UnaccompaniedChildren, Populations.Pregnant];

    /// <summary>Neither name nor kind may stand on a slip: whoever finds it would know why it was carried.</summary>
    public static bool IsNamelessOnSlips(PublicPlace place) => IsNamelessOnWalls(place) || PlacePage.IsSensitive(place);

    /// <summary>On a wall nobody sees who reads; what hides from a pursuer has no name there either.</summary>
    public static bool IsNamelessOnWalls(PublicPlace place) =>
        Refuges.Contains(place.Kind) || place.Profile.Services.Any(s => Refuges.Contains(s.Kind))
        || (place.Profile.Serves.Count > 0 && place.Profile.Serves.All(Few.Contains))
        || (place.Disclosure != Disclosures.Exact && place.Kind != PlaceKinds.Shelter);

    /// <summary>The hours in one line, or why there are none.</summary>
    public static string HoursOf(PublicPage page, PublicPlace place, PlaceState state)
    {
        var hours = place.Profile.Hours;
        if (!state.SaysHours) return page.W["public.state.call_first"];
        if (hours.IsEmpty) return page.W["public.hours.not_known"];
        return HoursTable.Week(hours, DateOnly.FromDateTime(state.LocalNow.DateTime), page.W, page.Dates) is { } week
            ? string.Join(" · ", week.Select(r => $"{r.Day} {r.Hours}"))
            : string.Join(" · ", HoursTable.InWords(hours)) is { Length: > 0 } words ? words : page.W["public.state.call_first"];
    }

    /// <summary>Places that do this, around the town, nearest first.</summary>
    public static IEnumerable<PublicPlace> Near(PublicPage page, Town town, IReadOnlyList<string> kinds, int take) =>
        page.Edition.Search(new() { Language = page.Lang, Kinds = kinds, Near = town.Point, Now = page.Now, Take = take * 3 }).Hits
            .Where(h => h.Kilometres <= Around && h.Place.Kind != PlaceKinds.MigrationAuthority && !PlaceState.IsGone(h.Place, page.Now))
            .Select(h => h.Place).Take(take);
}

/// <summary>One place on a sheet for many readers.</summary>
internal sealed record PaperEntry(PublicPlace Place, string Where, string Hours, string Trust, string? Link)
{
    public IEnumerable<string> Phones => Place.Profile.Phones.Take(2).Select(p => p.Number);

    public static PaperEntry Of(PublicPage page, PublicPlace place)
    {
        var state = PlaceState.Of(place, page.Now);
        page.Facts.Until(state.GoodUntil);
        var where = place.Disclosure == Disclosures.Exact
            ? string.Join(", ", new[] { place.Address, place.Locality, place.Admin1Name }.Where(s => !string.IsNullOrEmpty(s)).Distinct())
            : page.W.Say("public.where.area", ("town", Card.AreaOf(place)));
        return new(place, where, Paper.HoursOf(page, place, state), StateWords.Of(state, place, page.W, page.Dates).Trust, page.PublicUrl is { } site ? $"{site}/{page.Lang}/centres/{place.Slug}" : null);
    }
}

/// <param name="Icon">One of <c>Icons</c>.</param>
internal sealed record PaperGroup(string Kind, string Icon, IReadOnlyList<PaperEntry> Entries);
