using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Public.Layout;
using Amparo.Publication;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Show;

[Public("public.show")]
internal sealed class ShowModel : PlacePage
{
    private const int OthersWhenFull = 2;
    protected override bool CanLeadWithSigns => true;

    /// <summary>What stands here while the place is out of sight; null where it is not.</summary>
    public PublicVeil? Veil { get; private set; }

    /// <summary>Helplines that anybody may see, of the country of what is hidden.</summary>
    public IReadOnlyList<Card> Helplines { get; private set; } = [];

    public override (string Title, string Description)? Preview => Veil is not null || IsSensitive(Place) ? null : (Place.Name, $"{W[$"places.kind.{Place.Kind}"]} · {Place.Locality ?? Place.AreaName}");

    public override string? DataPath => Veil is not null || IsSensitive(Place) ? null : $"/{Lang}/centres/{Place.Slug}.jsonld";

    public IActionResult OnGet()
    {
        HasAloudScript = true;
        if (!Found()) return Veiled() ? Page() : Elsewhere();
        if (State.FullSaidAt is not null) Others = Card.Of(this, OtherPlaces());
        return Page();
    }

    private bool Veiled()
    {
        if (Edition.VeilOver((string)RouteData.Values["slug"]!) is not { } veil || veil.Until <= Now) return false;
        Veil = veil;
        Facts.Until(veil.Until);
        Helplines = Card.Of(this, Edition.Search(new() { Language = Lang, Kinds = [PlaceKinds.TraffickingHotline], Country = veil.Country, Now = Now, Take = OthersWhenFull }).Hits);
        return true;
    }

    private IEnumerable<SearchHit> OtherPlaces()
    {
        GeoPoint? near = Place is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null;
        var question = new SearchQuestion { Language = Lang, Kinds = [Place.Kind], Country = Place.Country, Near = near, Now = Now, Take = 12 };
        return Edition.Search(question).Hits
            .Where(h => h.Place.Id != Place.Id && PlaceState.Of(h.Place, Now).FullSaidAt is null)
            .Take(OthersWhenFull);
    }
}
