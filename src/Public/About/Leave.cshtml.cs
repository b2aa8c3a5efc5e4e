using Amparo.Public.Layout;

namespace Amparo.Public.About;

/// <summary>Where the quick exit leads without script: it says honestly what stays behind, and how to erase it.</summary>
[Public("public.exit")]
internal sealed class LeaveModel : PublicPage
{
    public override string PathIn(string language) => $"/{language}/exit";

    public void OnGet() => Facts.HasForm = false;
}
