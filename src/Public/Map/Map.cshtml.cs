using System.Text.Json;
using Amparo.Public.Centres.Find;
using Amparo.Public.Layout;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Public.Map;

/// <summary>
/// The map of a list. It says what it costs and fetches nothing of it before somebody asks: on a prepaid telephone a map that
/// comes by itself takes the money for the call to the shelter.
/// </summary>
[Public("public.map")]
internal sealed class MapModel(Towns towns) : AskedPage(towns)
{
    /// <summary>Whose names stand on the base map: the eight, and the neighbours that it draws.</summary>
    private static readonly string[] Named = [.. Countries.Region, "CO", "CU", "DO", "HT", "JM", "US", "VE"];

    private PackedAs Form => Packed.For(Request.Headers.AcceptEncoding);

    protected override string Door => "map";

    public string InList => (Asked with { Page = 1 }).PathIn(Lang);
    public string Points => (Asked with { Page = 1 }).PathIn(Lang, "map/points");

    /// <summary>In the packing that this browser takes.</summary>
    public int ProgramKilobytes => Kilobytes(Assets.MapProgram);
    public int DrawingKilobytes => Kilobytes(Assets.BaseMap);

    /// <summary>What the program says while it runs, in the reader's language.</summary>
    public string Said => JsonSerializer.Serialize(
        new Dictionary<string, string>
        {
            ["map"] = W["public.map.label"], ["keys"] = W["public.map.keys"], ["closer"] = W["public.map.closer"], ["farther"] = W["public.map.farther"], ["close"] = W["public.map.close"],
            ["shown"] = W["public.map.shown"], ["together"] = W["public.map.together"], ["area"] = W["public.map.area"], ["more"] = W["public.map.more"], ["unplaced"] = W["public.map.unplaced"], ["none"] = W["public.map.none"],
        }, CompactJson.Options);

    public string CountryNames => JsonSerializer.Serialize(Named.ToDictionary(c => c, c => Countries.NameOf(W, c)), CompactJson.Options);

    public IActionResult OnGet()
    {
        Facts.IsMap = true;
        if (Read() is { } elsewhere) return elsewhere;
        Search(0, 1);
        foreach (var kind in Contracts.Places.PlaceKinds.All) Icon(Icons.OfKind(kind));
        return Asked.Wrong.Count > 0 ? Refused(StatusCodes.Status400BadRequest) : Page();
    }

    private int Kilobytes(PackedFile asset) => (asset.BytesAs(Form) + 1023) / 1024;
}
