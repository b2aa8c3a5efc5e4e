using Amparo.Public.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.App;

/// <summary>What a phone says where only the network could answer. It is fetched with the pack; on the server nobody is led here.</summary>
[Public("public.packs")]
internal sealed class OfflineModel : PublicPage
{
    public const string Form = "form", Missing = "missing", Share = "share", Withdrawn = "withdrawn";

    public static IReadOnlyList<string> Whats { get; } = ["", Form, Missing, Share, Withdrawn];

    public string What { get; private set; } = "";

    /// <summary>Room for the name of the place and for its address; a phone fills it.</summary>
    public const string Name = "\uE001", Slug = "\uE007";

    public string? Link => PublicUrl is { } site ? $"{site}/{Lang}/centres/{Slug}" : null;

    public override string PathIn(string language) => $"/{language}/offline{(What.Length > 0 ? "/" + What : "")}";

    public IActionResult OnGet(string? what)
    {
        if (!Whats.Contains(what ?? "")) return NotFound();
        What = what ?? "";
        HasAppScript = What == Share;
        Facts.IsPersonal = true; // no machine that looks for pages shall list it
        return Page();
    }
}
