using System.Text.Json;

namespace Amparo.Places.Importing;

/// <summary>JSON of the HSDS API (one record, a list, a page) laid out as the tables of a package.</summary>
internal sealed class HsdsJson
{
    private static readonly Dictionary<string, string> Children = new()
    {
        ["phones"] = "phones", ["schedules"] = "schedules", ["addresses"] = "addresses", ["languages"] = "languages", ["accessibility"] = "accessibility", ["contacts"] = "contacts",
        ["required_documents"] = "required_documents", ["cost_options"] = "cost_options", ["service_areas"] = "service_areas", ["funding"] = "funding", ["programs"] = "programs",
        ["organization_identifiers"] = "organization_identifiers", ["metadata"] = "metadata", ["attributes"] = "attributes", ["service_at_locations"] = "service_at_location",
        ["services"] = "services", ["locations"] = "locations",
    };

    private static readonly Dictionary<string, (string Table, string Link)> Parents = new()
    {
        ["organization"] = ("organizations", "organization_id"), ["program"] = ("programs", "program_id"), ["location"] = ("locations", "location_id"), ["service"] = ("services", "service_id"),
        ["taxonomy_term"] = ("taxonomy_terms", "taxonomy_term_id"), ["taxonomy_detail"] = ("taxonomies", "taxonomy_id"),
    };

    private static readonly Dictionary<string, string> LinkTo = new()
    {
        ["organizations"] = "organization_id", ["services"] = "service_id", ["locations"] = "location_id", ["service_at_location"] = "service_at_location_id", ["contacts"] = "contact_id", ["phones"] = "phone_id",
    };

    private readonly HsdsTables _tables = new();
    private readonly Dictionary<(string, string), HsdsRow> _known = [];
    private int _unnamed;

    /// <exception cref="BrokenFile">It is no JSON, or nothing that HSDS has.</exception>
    public static HsdsTables Read(string path, CancellationToken stop)
    {
        using var document = Json.Read(path);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("contents", out var contents)) root = contents;
        var json = new HsdsJson();
        var number = 0;
        foreach (var record in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root })
        {
            stop.ThrowIfCancellationRequested();
            number++;
            if (TableOf(record) is not { } table) throw new BrokenFile("no_hsds", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.Walk(record, table, $"{number}", 0);
        }
        if (number == 0) throw new BrokenFile("empty", "1");
        return json._tables;
    }

    private static string? TableOf(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return null;
        bool Has(string name) => record.TryGetProperty(name, out _);
        if (Has("location") || Has("service") || (Has("service_id") && Has("location_id"))) return "service_at_location";
        if (Has("service_at_locations") || Has("status") || Has("organization") || Has("organization_id")) return "services";
        if (Has("services") || Has("website") || Has("legal_status") || Has("year_incorporated") || Has("organization_identifiers")) return "organizations";
        if (Has("latitude") || Has("location_type") || Has("addresses")) return "locations";
        return Has("name") && Has("description") ? "organizations" : null;
    }

    private string Walk(JsonElement record, string table, string row, int depth)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var nested = new List<JsonProperty>();
        if (record.ValueKind != JsonValueKind.Object) throw new BrokenFile("no_hsds", row);
        foreach (var property in record.EnumerateObject())
        {
            if (depth < 12 && ((property.Value.ValueKind == JsonValueKind.Array && Children.ContainsKey(property.Name)) || (property.Value.ValueKind == JsonValueKind.Object && Parents.ContainsKey(property.Name)))) nested.Add(property);
            else if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) fields[property.Name] = property.Value.ToString();
        }
        if (!fields.TryGetValue("id", out var id) || id.Length == 0) fields["id"] = id = $"{row}/{table}/{++_unnamed}";
        var added = Put(table, id, row, fields);
        foreach (var property in nested)
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                var (parent, link) = Parents[property.Name];
                Link(added, link, Walk(property.Value, parent, row, depth + 1));
                continue;
            }
            foreach (var child in property.Value.EnumerateArray())
            {
                var childId = Walk(child, Children[property.Name], row, depth + 1);
                var link = property.Name switch { "attributes" => "link_id", "metadata" => "resource_id", _ => LinkTo.GetValueOrDefault(table) };
                if (link is not null && _known.TryGetValue((Children[property.Name], childId), out var known)) Link(known, link, id);
            }
        }
        return id;
    }

    // The same telephone stands under its service and under its location: one record with both links.
    private HsdsRow Put(string table, string id, string row, Dictionary<string, string> fields)
    {
        if (!_known.TryGetValue((table, id), out var known)) return _known[(table, id)] = _tables.Add(table, row, fields);
        foreach (var (name, value) in fields) known.Fields.TryAdd(name, value);
        return known;
    }

    private static void Link(HsdsRow row, string field, string id)
    {
        var before = row.Fields.GetValueOrDefault(field, "");
        if (!before.Split(',').Contains(id)) row.Fields[field] = before.Length == 0 ? id : $"{before},{id}";
    }
}
