using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amparo.Contracts.Places;
using Amparo.Places.Importing;

namespace Amparo.Places.Desk.Imports;

/// <summary>Which column becomes which field, as somebody chose it in the form; it becomes a profile like any other.</summary>
internal static class Mapping
{
    public const string Column = "col.", Default = "set.";
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Fields that nearly every list has; the others stand behind a line that opens.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["name", "kind", "country", "admin1", "locality", "address", "latitude", "longitude", "phone", "hours", "description", "url", "disclosure", "id"];

    public static IReadOnlyList<string> Rare { get; } = [.. PlainFields.All.Except(Usual)];

    public static string FormatOf(string kind) => kind switch { FileKind.GeoJson => Formats.GeoJson, FileKind.Kml => Formats.Kml, FileKind.HsdsJson or FileKind.HsdsFolder => Formats.Hsds, _ => Formats.Table };

    /// <summary>What the usual names of columns already tell.</summary>
    public static Dictionary<string, string> Guess(string kind, IReadOnlyList<string> columns)
    {
        var usual = ListProfile.Load(kind switch { FileKind.GeoJson => "geojson", FileKind.Kml => "kml", _ => "plain" });
        var found = new Dictionary<string, string>();
        foreach (var (field, rule) in usual.Fields)
            if (rule.Columns.Select(c => columns.FirstOrDefault(k => FoldedText.Fold(k) == FoldedText.Fold(c) && k.StartsWith('$') == c.StartsWith('$'))).FirstOrDefault(k => k is not null) is { } column) found[field] = column;
        return found;
    }

    public static string Profile(string name, string list, string kind, IReadOnlyDictionary<string, string> columns)
    {
        var fields = new JsonObject();
        foreach (var (field, column) in columns.Where(c => PlainFields.All.Contains(c.Key)).OrderBy(c => PlainFields.All.ToList().IndexOf(c.Key))) fields[field] = column;
        var profile = new JsonObject { ["name"] = name, ["list"] = list, ["format"] = FormatOf(kind), ["fields"] = fields };
        if (fields.ContainsKey("id")) profile["key"] = new JsonArray("id");
        return profile.ToJsonString(Pretty);
    }

    /// <summary>A profile as the small file that it is, with the name of the list and what holds where a column is empty.</summary>
    /// <exception cref="ImportRefused">It is no JSON.</exception>
    public static string With(string json, string list, IReadOnlyDictionary<string, string> defaults)
    {
        try
        {
            var profile = JsonNode.Parse(json, documentOptions: Lenient)!.AsObject();
            profile["list"] = list;
            // Nobody's word makes a list official at a desk, and a file here stands beside no other.
            foreach (var never in new[] { "official", "overlay", "demonstration", "recognise" }) profile.Remove(never);
            if (defaults.Count > 0)
            {
                var own = profile["defaults"] as JsonObject ?? [];
                foreach (var (field, value) in defaults) own[field] = value;
                profile["defaults"] = own.Parent is null ? own : own.DeepClone();
            }
            return profile.ToJsonString(Pretty);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ImportRefused("bad_profile", ("profile", list), ("why", e.Message));
        }
    }

    public static string Shipped(string name)
    {
        using var text = new StreamReader(Data.Open($"Profiles.{name}.json"));
        return text.ReadToEnd();
    }

    public static string? FormatIn(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Lenient)?["format"]?.GetValue<string>();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
