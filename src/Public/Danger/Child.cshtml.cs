using Amparo.Contracts.Places;
using Amparo.Public.Layout;
using Amparo.Publication;

namespace Amparo.Public.Danger;

/// <summary>A child alone: one page, which asks nothing and sends to child protection and to nobody else.</summary>
[Public("public.child")]
internal sealed class ChildModel : PublicPage
{
    private const int Shown = 5;

    public string? Country { get; private set; }
    public IReadOnlyList<Card> Protection { get; private set; } = [];
    public IEnumerable<EmergencyNumbers> Numbers => Countries.ByName(W, Edition.Numbers.Where(n => Country is null || n.Country == Country));

    public override string PathIn(string language) => $"/{language}/child{(Country is null ? "" : $"?country={Country}")}";

    public void OnGet()
    {
        HasAloudScript = true;
        Country = Countries.Region.FirstOrDefault(c => c == Request.Query["country"].FirstOrDefault());
        if (Country is null) return;
        Protection = Card.Of(this, Edition.Search(new() { Language = Lang, Kinds = [PlaceKinds.ChildProtection], Country = Country, Now = Now, Take = Shown }).Hits);
    }
}
