using System.Collections.Frozen;
using Amparo.Contracts.Places;
using Microsoft.AspNetCore.Html;

namespace Amparo.Public.Layout;

/// <summary>Pictograms, drawn once per page; a page carries only those that it uses. Words always stand beside them.</summary>
internal sealed class Icons
{
    private static readonly FrozenDictionary<string, string> Drawn = new Dictionary<string, string>
    {
        ["home"] = """<path d="M3 12 12 4l9 8M6 10v10h12V10M10 20v-6h4v6"/>""",
        ["bed"] = """<path d="M3 18V6m0 8h18v4m0-4a4 4 0 0 0-4-4h-6v4M7 11.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z"/>""",
        ["food"] = """<path d="M4 12h16a8 8 0 0 1-16 0Zm4-4c0-2 2-2 2-4m3 4c0-2 2-2 2-4"/>""",
        ["med"] = """<rect x="3" y="3" width="18" height="18" rx="4"/><path d="M12 7.5v9M7.5 12h9"/>""",
        ["doc"] = """<path d="M7 3h7l4 4v14H7zM14 3v4h4M10 12h5m-5 4h5"/>""",
        ["flag"] = """<path d="M5 21V4m0 0c4-2 8 2 14 0v9c-6 2-10-2-14 0"/>""",
        ["child"] = """<circle cx="12" cy="6" r="3"/><path d="M7 21v-5l-2-4 7-2 7 2-2 4v5"/>""",
        ["law"] = """<path d="M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zm14 0-3 7h6z"/>""",
        ["alert"] = """<path d="M12 4 2.5 20h19zM12 10v4m0 3v.1"/>""",
        ["pin"] = """<path d="M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11Z"/><circle cx="12" cy="10" r="2.5"/>""",
        ["phone"] = """<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2Z"/>""",
        ["ok"] = """<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>""",
        ["ask"] = """<circle cx="12" cy="12" r="9"/><path d="M12 7v6m0 3.5v.1"/>""",
        ["family"] = """<circle cx="8" cy="7" r="2.5"/><circle cx="17" cy="9" r="2"/><path d="M3.5 20v-4a4.5 4.5 0 0 1 9 0v4m2 0v-3.5a3 3 0 0 1 6 0V20"/>""",
        ["lock"] = """<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>""",
        ["heart"] = """<path d="M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11Z"/>""",
        ["back"] = """<path d="M4 11 12 4l8 7M7 9.5V20h10V9.5M15 15H9m2.5-2.5L9 15l2.5 2.5"/>""",
        ["charge"] = """<rect x="6" y="2.5" width="12" height="19" rx="2.5"/><path d="m12.5 7-3 5.5h5l-3 5"/>""",
        ["share"] = """<circle cx="6" cy="12" r="2.5"/><circle cx="18" cy="6" r="2.5"/><circle cx="18" cy="18" r="2.5"/><path d="m8.3 11 7.4-4M8.3 13l7.4 4"/>""",
        ["print"] = """<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z"/>""",
        ["bus"] = """<rect x="4" y="4" width="16" height="13" rx="2"/><path d="M4 11h16M7.5 17v3m9-3v3M8 14h.1m7.9 0h.1"/>""",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IHtmlContent> Uses = Drawn.Keys.ToFrozenDictionary(
        n => n, n => (IHtmlContent)new HtmlString($"""<svg class="icon" aria-hidden="true"><use href="#i-{n}"/></svg>"""));

    /// <summary>Stands in packs where a device puts the name of the pictogram.</summary>
    public const string Mark = "\uE005";

    private static readonly HtmlString MarkedUse = new($"""<svg class="icon" aria-hidden="true"><use href="#i-{Mark}"/></svg>""");

    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public IHtmlContent Use(string name)
    {
        if (name == Mark) return MarkedUse;
        _used.Add(name);
        return Uses[name];
    }

    /// <summary>Every pictogram, for a device that draws pages by itself.</summary>
    public static string Whole { get; } = Symbols(Drawn.Keys.Order(StringComparer.Ordinal));

    public IHtmlContent Sprite() => new HtmlString(Symbols(_used));

    private static string Symbols(IEnumerable<string> names) =>
        $"""<svg class="sprite" aria-hidden="true">{string.Concat(names.Select(n => $"""<symbol id="i-{n}" viewBox="0 0 24 24">{Drawn[n]}</symbol>"""))}</svg>""";

    public static string OfKind(string kind) => kind switch
    {
        PlaceKinds.Shelter or PlaceKinds.Hub => "bed",
        PlaceKinds.Food or PlaceKinds.Water => "food",
        PlaceKinds.Health or PlaceKinds.MentalHealth => "med",
        PlaceKinds.Legal or PlaceKinds.AsylumAuthority or PlaceKinds.Ombudsman or PlaceKinds.Labour => "law",
        PlaceKinds.Consular => "flag",
        PlaceKinds.ChildProtection => "child",
        PlaceKinds.FamilyLinks or PlaceKinds.RescueMissing => "family",
        PlaceKinds.Connectivity => "charge",
        PlaceKinds.Transport => "bus",
        PlaceKinds.ReturnReception => "back",
        PlaceKinds.Women or PlaceKinds.Lgbti or PlaceKinds.CareAfterSexualViolence or PlaceKinds.TraffickingHotline => "heart",
        PlaceKinds.Documents or PlaceKinds.MigrationAuthority => "doc",
        _ => "pin",
    };
}
