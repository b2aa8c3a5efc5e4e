using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>How the columns of one list become our fields: a small JSON file that a steward can write (docs/import-profiles.md).</summary>
internal sealed record ListProfile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new RuleJson() },
    };

    public required string Name { get; init; }

    /// <summary>The list that entries carry as their source; null: the file's name.</summary>
    public string? List { get; init; }

    /// <summary>One of <see cref="Formats"/>.</summary>
    public required string Format { get; init; }

    /// <summary>All of these columns stand in the file: the profile is then guessed.</summary>
    public IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>The columns that together name a row in this list for ever; empty: made from name and place.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Rows of one key become one, and these columns are joined; null: the second is quarantined.</summary>
    public IReadOnlyList<string>? MergeColumns { get; init; }
    /// <summary>The same list in another language, in a file of its own beside it; null: there is none.</summary>
    public OverlayFile? Overlay { get; init; }
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns that are made first, in this order, for the fields to use.</summary>
    public IReadOnlyDictionary<string, Rule> Derived { get; init; } = new Dictionary<string, Rule>();
    public IReadOnlyDictionary<string, Rule> Fields { get; init; } = new Dictionary<string, Rule>();

    /// <summary>Columns that are left out on purpose; any other that is not read is listed in the report.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>The order of a date written as numbers where the file is not ISO: <c>dd/MM/yyyy</c> unless said otherwise.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Who answers for the list: only then may <c>--approve</c> be given.</summary>
    public OfficialList? Official { get; init; }
    public bool Demonstration { get; init; }

    public static IReadOnlyList<string> Shipped { get; } =
        [.. typeof(ListProfile).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Profiles.", StringComparison.Ordinal)).Select(n => n[9..^5]).Order(StringComparer.Ordinal)];

    /// <exception cref="ImportRefused">There is no such profile, or it cannot be read.</exception>
    public static ListProfile Load(string nameOrPath)
    {
        if (Shipped.Contains(nameOrPath)) return Read(Data.Open($"Profiles.{nameOrPath}.json"), nameOrPath, null);
        if (!File.Exists(nameOrPath)) throw new ImportRefused("no_profile", ("profile", nameOrPath), ("profiles", string.Join(", ", Shipped)));
        using var file = File.OpenRead(nameOrPath);
        return Read(file, nameOrPath, Path.GetDirectoryName(Path.GetFullPath(nameOrPath)));
    }

    /// <summary>A profile from the desk: it reads one file, names nobody who answers for it, and opens no other.</summary>
    /// <exception cref="ImportRefused">It cannot be read.</exception>
    public static ListProfile Parse(string json, string name) =>
        Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)), name, null) with { Official = null, Overlay = null, Demonstration = false };

    private static ListProfile Read(Stream file, string name, string? folder)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<ListProfile>(file, Options)!;
            if (!Formats.All.Contains(profile.Format)) throw new JsonException($"format '{profile.Format}': one of {string.Join(", ", Formats.All)}");
            foreach (var field in profile.Fields.Keys.Concat(profile.Defaults.Keys).Where(f => !PlainFields.All.Contains(f)))
                throw new JsonException($"field '{field}': one of {string.Join(", ", PlainFields.All)}");
            foreach (var rule in profile.Fields.Values.Concat(profile.Derived.Values)) rule.Prepare(folder);
            return profile;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException)
        {
            throw new ImportRefused("bad_profile", ("profile", name), ("why", e.Message));
        }
        finally
        {
            file.Dispose();
        }
    }
}

/// <param name="Organisation">Whose list it is.</param>
/// <param name="Document">The document that it is, with its date.</param>
internal sealed record OfficialList(string Organisation, string Document);

/// <param name="Ending">What stands in its name between the list's name and the dot: <c>_AR</c>.</param>
/// <param name="Prefix">What its columns begin with once they stand beside the list's own: <c>ar.</c></param>
internal sealed record OverlayFile(string Ending, string Prefix);

/// <summary>What a file may be.</summary>
internal static class Formats
{
    public const string Table = "table", GeoJson = "geojson", Kml = "kml", Script = "script", Hsds = "hsds", Gazetteer = "gazetteer";

    public static IReadOnlyList<string> All { get; } = [Table, GeoJson, Kml, Script, Hsds, Gazetteer];
}

/// <summary>The tables that ship inside the program.</summary>
internal static class Data
{
    private static readonly JsonSerializerOptions Options = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No table {name} in the program.");

    public static T Read<T>(string name)
    {
        using var file = Open(name);
        return JsonSerializer.Deserialize<T>(file, Options)!;
    }
}
