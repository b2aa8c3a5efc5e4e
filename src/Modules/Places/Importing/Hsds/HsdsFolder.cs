using Amparo.Contracts.Places;

namespace Amparo.Places.Importing;

/// <summary>Reads a tabular package; tables and columns of versions 1 and 2 come under their names of version 3.</summary>
internal static class HsdsFolder
{
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["accessibility_for_disabilities"] = "accessibility", ["physical_addresses"] = "addresses", ["postal_addresses"] = "addresses", ["regular_schedules"] = "schedules",
        ["services_at_location"] = "service_at_location", ["service_at_locations"] = "service_at_location", ["service_attributes"] = "attributes", ["services_taxonomy"] = "attributes", ["taxonomy"] = "taxonomy_terms",
    };

    private static readonly Dictionary<(string Table, string Column), string> Columns = new()
    {
        [("accessibility", "accessibility")] = "description", [("attributes", "taxonomy_recordid")] = "taxonomy_term_id", [("attributes", "service_id")] = "link_id",
        [("taxonomy_terms", "term")] = "name", [("taxonomy_terms", "vocabulary")] = "taxonomy", [("taxonomy_terms", "parent_name")] = "parent_id", [("languages", "language")] = "name",
        [("organizations", "url")] = "website", [("service_areas", "service_area")] = "name", [("required_documents", "required_document")] = "document",
        [("schedules", "schedule_recordid")] = "id",
    };

    /// <exception cref="BrokenFile">A table cannot be read to its end.</exception>
    public static HsdsTables Read(string folder, CancellationToken stop)
    {
        var tables = new HsdsTables();
        foreach (var path in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileNameWithoutExtension(path);
            var table = Renamed.GetValueOrDefault(file, file);
            tables.Touch(table);
            try
            {
                foreach (var record in new CsvReading(path).Read(stop))
                {
                    var row = $"{file}.csv:{record.Row}";
                    tables.Add(table, row, Named(table, record.Fields));
                    foreach (var finding in record.Findings) tables.Findings.Add((row, finding));
                }
            }
            catch (BrokenFile broken) when (broken.Key != "empty")
            {
                throw new BrokenFile(broken.Key, $"{file}.csv:{broken.At}", broken);
            }
            catch (BrokenFile)
            {
                // A table without a row says that there is nothing of it.
                tables.Touch(table);
            }
        }
        if (tables["services"].Count == 0 && tables["locations"].Count == 0) throw new ImportRefused("no_package", ("folder", folder));
        TurnLinks(tables);
        return tables;
    }

    private static Dictionary<string, string> Named(string table, IReadOnlyDictionary<string, string> fields)
    {
        var named = new Dictionary<string, string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields)
        {
            var column = Columns.GetValueOrDefault((table, name.ToLowerInvariant()), name);
            if (column != "id" && named.TryGetValue(column, out var before) && !string.IsNullOrWhiteSpace(before)) named.TryAdd(name + " (2)", value);
            else named[column] = value;
        }
        // Some exporters number the rows in ID and keep the identifier in id, which is then the second column of that name.
        if (named.Remove("id (2)", out var own) && own.Length > 0) named["id"] = own;
        return named;
    }

    // One exporter wrote the two columns of this table under each other's name; with every row pointing nowhere and back that is plain.
    private static void TurnLinks(HsdsTables tables)
    {
        var links = tables["service_at_location"];
        if (links.Count == 0) return;
        var right = links.Count(l => tables.Has("services", l.Fields.GetValueOrDefault("service_id", "")));
        var turned = links.Count(l => tables.Has("services", l.Fields.GetValueOrDefault("location_id", "")));
        if (right > 0 || turned <= links.Count / 2) return;
        foreach (var link in links)
            (link.Fields["service_id"], link.Fields["location_id"]) = (link.Fields.GetValueOrDefault("location_id", ""), link.Fields.GetValueOrDefault("service_id", ""));
        tables.Findings.Add(("service_at_location", new(Reasons.ColumnsSwapped, "service_id, location_id")));
    }
}
