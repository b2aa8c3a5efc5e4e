using Amparo.Public.Layout;

namespace Amparo.Public.About;

[Public("public.privacy")]
internal sealed class PrivacyModel : PublicPage
{
    public override string PathIn(string language) => $"/{language}/privacy";

    public void OnGet() => Facts.HasForm = false;
}
