using Amparo.Public.Layout;

namespace Amparo.Public.Home;

[Public("public.home")]
internal sealed class HomeModel : PublicPage
{
    public override string TitleKey => "public.title.home";
    protected override bool CanLeadWithSigns => true;

    /// <summary>The questions people ask, in the order in which they were found to ask them. Danger stands above and apart.</summary>
    public static IReadOnlyList<(string Key, string Icon, string To)> Questions { get; } =
    [
        ("sleep", "bed", "centres?kind=shelter"),
        ("food", "food", "centres?kind=food&kind=water"),
        ("doctor", "med", "centres?kind=health"),
        ("papers", "doc", "centres?kind=asylum_authority&kind=legal&kind=documents"),
        ("consulate", "flag", "consulates"),
        ("child_alone", "child", "child"),
        ("separated", "family", "centres?kind=family_links&kind=rescue_missing"),
        ("detained", "lock", "centres?kind=legal&kind=ombudsman"),
        ("hurt", "heart", "centres?kind=care_after_sexual_violence&kind=women&kind=mental_health&kind=health"),
        ("return", "back", "centres?kind=return_reception&kind=legal"),
        ("charge", "charge", "centres?kind=connectivity"),
    ];

    public override string? Description => W["public.description"];

    // Opened from the home screen it says whether the phone has erased what was kept.
    public void OnGet() => (HasNearScript, HasAppScript, Facts.HasForm) = (true, Request.Query.ContainsKey("as"), true);
}
