using Amparo.Contracts.Places;
using Amparo.Public.Layout;

namespace Amparo.Public.Emergency;

[Public("public.emergency")]
internal sealed class EmergencyModel : PublicPage
{
    public IEnumerable<EmergencyNumbers> Numbers => Edition.Numbers.OrderBy(n => Countries.NameOf(W, n.Country), StringComparer.Ordinal);

    public override string PathIn(string language) => $"/{language}/emergency";

    public void OnGet() => Facts.HasForm = false;
}
