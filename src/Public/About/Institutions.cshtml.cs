using Amparo.Public.Layout;

namespace Amparo.Public.About;

[Public("public.institutions")]
internal sealed class InstitutionsModel : PublicPage
{
    public override string PathIn(string language) => $"/{language}/institutions";

    public void OnGet() => Facts.HasForm = false;
}
