using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;
using Amparo.Public.Layout;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Centres.Print;

/// <summary>Paper about a town that somebody named.</summary>
internal abstract class TownPage(Towns towns) : PublicPage
{
    protected const int LongestName = 200;

    public string Asked { get; private set; } = "";
    public Town? Town { get; private set; }
    public IReadOnlyList<Town> Others { get; private set; } = [];
    public IReadOnlyList<PaperGroup> Groups { get; protected set; } = [];

    /// <summary>Telephones at which one can talk without anybody seeing on the paper about what.</summary>
    public IReadOnlyList<string> Private { get; private set; } = [];
    public IEnumerable<EmergencyNumbers> Numbers => Edition.Numbers.Where(n => n.Country == Town?.Country);

    protected abstract string Address { get; }

    public override string PathIn(string language) => $"/{language}/{Address}{Query}";

    public string Query => Asked.Length == 0 ? "" : $"?near={Uri.EscapeDataString(Town?.Slug ?? Asked)}";

    /// <summary>Reads the town out of the address; a position is none, since paper is for a town and not for a person.</summary>
    protected void ReadTown()
    {
        Facts.IsSheet = true;
        var text = string.Concat((Request.Query["near"].FirstOrDefault() ?? "").Where(c => !char.IsControl(c)).Take(LongestName)).Trim();
        Facts.IsPersonal = text.Length > 0;
        // Not even repeated: what looks like a position may be finer than anybody may know.
        if (!text.Any(char.IsLetter) || text.Count(char.IsAsciiDigit) > 6) return;
        Asked = text;
        var named = towns.Named(text, null);
        (Town, Others) = (named.Count > 0 ? named[0] : null, [.. named.Skip(1).Take(6)]);
    }

    protected IActionResult ToChoice() => Redirect($"/{Lang}/print{Query}");

    /// <summary>Fills the groups with what may be named, each place once or wherever it belongs, and the telephones of the rest.</summary>
    protected void Fill(IEnumerable<(string Kind, string Icon)> kinds, int perKind, bool eachOnce)
    {
        var (seen, quiet, groups) = (new HashSet<Guid>(), new List<string>(), new List<PaperGroup>());
        foreach (var (kind, icon) in kinds)
        {
            var found = Paper.Near(this, Town!, [kind], perKind * 2).ToList();
            quiet.AddRange(found.Where(Paper.IsNamelessOnWalls).SelectMany(p => p.Profile.Phones.Take(1)).Select(p => p.Number));
            var named = found.Where(p => !Paper.IsNamelessOnWalls(p) && (!eachOnce || seen.Add(p.Id))).Take(perKind).Select(p => PaperEntry.Of(this, p)).ToList();
            if (named.Count > 0) groups.Add(new(kind, icon, named));
        }
        quiet.AddRange(Paper.Near(this, Town!, [PlaceKinds.Women, PlaceKinds.Lgbti, PlaceKinds.TraffickingHotline, PlaceKinds.CareAfterSexualViolence], perKind).SelectMany(p => p.Profile.Phones.Take(1)).Select(p => p.Number));
        (Groups, Private) = (groups, [.. quiet.Distinct().Take(6)]);
    }
}
