using Amparo.Contracts.Places;
using Amparo.Public.Layout;

namespace Amparo.Public.Emergency;

[Public("public.emergency")]
internal sealed class EmergencyModel : PublicPage
{
    public IEnumerable<EmergencyNumbers> Numbers => Countries.ByName(W, Edition.Numbers);

    public override string PathIn(string language) => $"/{language}/emergency";

    public void OnGet() => Facts.HasForm = false;
}
