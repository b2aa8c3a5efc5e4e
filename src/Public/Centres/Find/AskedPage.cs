using Amparo.Contracts.Places;
using Amparo.Public.Centres.Show;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Find;

/// <summary>
/// Answers the question of a list, as a list or on a map. What may be shown and what must be said beside it is written here
/// once: a map that knew other rules would show somewhere what the list keeps back.
/// </summary>
internal abstract class AskedPage(Towns towns) : PublicPage
{
    /// <summary>"Full" never stands alone: so many other places stand with it.</summary>
    private const int BesideFull = 2;
    private const int LooksAmong = 20;

    public Asked Asked { get; private set; } = null!;
    public NearWhat Near { get; private set; } = NearWhat.Nothing;
    public SearchUnderstood Understood { get; private set; } = SearchUnderstood.Nothing;

    /// <summary>Countries in which something of what was asked for is out of sight for some days.</summary>
    public IReadOnlyList<string> VeiledCountries { get; private set; } = [];

    /// <summary>The town that was named, in its field or among the words.</summary>
    public string? TownName => Near.Name ?? Understood.Place?.Name;

    /// <summary>What was asked for, in words.</summary>
    public string Heading => (Asked.Kinds.Count is > 0 and <= 3 ? Kinds(Asked.Kinds) : W["public.find.heading"])
        + (TownName is not null && !Near.IsUnknown ? $", {W.Say("public.find.near_place", ("place", TownName))}" : Near.Cell is not null ? $", {W["public.find.near_you"]}" : "");

    public override string TitleKey => "public.title.list";
    public override string PathIn(string language) => Asked.PathIn(language, Door);

    /// <summary>What stands behind the language in the address of this page.</summary>
    protected virtual string Door => "centres";

    public string Kinds(IEnumerable<string> kinds) => string.Join(", ", kinds.Select(k => W[$"places.kind.{k}"]));

    /// <summary>This page with something changed, from its first part.</summary>
    public string With(Func<Asked, Asked> change) => Kept(change(Asked with { Page = 1, Wrong = [] }).PathIn(Lang, Door));

    /// <summary>Reads the address; not null where a finer position than a cell was sent, and the reader is sent to the cell.</summary>
    protected IActionResult? Read()
    {
        Asked = Asked.From(Request.Query);
        Facts.IsPersonal = Asked.IsPersonal;
        Near = NearWhat.Read(Asked.Near, Asked.Country, towns);
        if (Near.Finer)
        {
            Asked = Asked with { Near = Near.Cell! };
            Response.Headers.CacheControl = "no-store";
            return Redirect(Kept(PathIn(Lang)));
        }
        if (Near.IsNoPoint) Asked = Asked with { Wrong = [.. Asked.Wrong, "public.wrong.near"] };
        return null;
    }

    protected SearchAnswer Search(int skip, int take)
    {
        var answer = Edition.Search(Question() with { Skip = skip, Take = take });
        Understood = answer.Understood;
        var veils = Veils.Over(Edition, Asked.Country ?? Near.Country ?? Understood.Place?.Country, Asked.Kinds.Count > 0 ? Asked.Kinds : Understood.Kinds, Now);
        VeiledCountries = [.. veils.Select(v => v.Country).Distinct().Order(StringComparer.Ordinal)];
        if (veils.Count > 0) Facts.Until(veils.Min(v => v.Until));
        return answer;
    }

    /// <summary>What is open decides which places are in the answer and in what order: it is good for a minute.</summary>
    protected void HoldsForAMinute() => Facts.Until(new DateTimeOffset(Now.Ticks - Now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(1));

    // Nobody who looks for help is sent to a migration office: it is listed only for those who ask for it by its kind.
    protected IEnumerable<SearchHit> Help(IEnumerable<SearchHit> hits) =>
        hits.Where(h => h.Place.Kind != PlaceKinds.MigrationAuthority || Asked.Kinds.Contains(PlaceKinds.MigrationAuthority));

    protected SearchQuestion Question() => new()
    {
        Text = Asked.Text, Language = Lang, Kinds = Asked.Kinds, For = Asked.For, Country = Asked.Country, Near = Near.Point,
        OpenNow = Asked.OpenNow, AsksNoPapers = Asked.AsksNoPapers, Now = Now,
    };

    /// <summary>Places of the same kind that stand beside full ones, where hardly anything else was found.</summary>
    protected IEnumerable<SearchHit> BesidesFull(IReadOnlyList<(PublicPlace Place, bool IsFull)> shown)
    {
        if (shown.Count(s => !s.IsFull) >= BesideFull || shown.FirstOrDefault(s => s.IsFull).Place is not { } full) return [];
        GeoPoint? near = full is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : Near.Point;
        return Edition.Search(new() { Language = Lang, Kinds = [full.Kind], Country = full.Country, Near = near, Now = Now, Take = LooksAmong }).Hits
            .Where(h => !PlaceState.IsGone(h.Place, Now) && shown.All(s => s.Place.Id != h.Place.Id) && HasRoom(h.Place)).Take(BesideFull).Select(h => h with { Kilometres = null });
    }

    private bool HasRoom(PublicPlace place) => PlaceState.Of(place, Now).FullSaidAt is null;
}
