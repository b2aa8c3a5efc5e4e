using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Public.Centres.Show;
using Amparo.Publication;

namespace Amparo.Public.Danger;

/// <summary>Opens at once: whom to call, what to say, what may be asked, where a door is open all night. No form, no question, and no script but the quick way out, which nothing waits for.</summary>
[Public("public.danger")]
internal sealed class DangerModel : PublicPage
{
    private const int Looked = 60;
    private const int Shown = 3;

    public string? Country { get; private set; }
    public IReadOnlyList<Card> OpenAllNight { get; private set; } = [];
    public IEnumerable<EmergencyNumbers> Numbers => Countries.ByName(W, Edition.Numbers.Where(n => Country is null || n.Country == Country));

    public override string PathIn(string language) => $"/{language}/danger{(Country is null ? "" : $"?country={Country}")}";

    public void OnGet()
    {
        Country = Countries.Region.FirstOrDefault(c => c == Request.Query["country"].FirstOrDefault());
        if (Country is null) return;
        var question = new SearchQuestion { Language = Lang, Kinds = [PlaceKinds.Shelter, PlaceKinds.Health], Country = Country, OpenNow = true, Now = Now, Take = Looked };
        OpenAllNight = Card.Of(this, Edition.Search(question).Hits.Where(h => h.Place.MayBeClosedSince is null && PlaceState.Of(h.Place, Now) is { IsOpenAllNight: true, FullSaidAt: null }).Take(Shown));
        Facts.Until(Now.AddMinutes(5));
    }
}
