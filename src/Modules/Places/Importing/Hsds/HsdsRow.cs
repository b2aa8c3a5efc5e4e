namespace Amparo.Places.Importing;

/// <summary>One record of a package. It remembers what of it was read, so that what was not can be listed.</summary>
internal sealed class HsdsRow(string table, string row, Dictionary<string, string> fields)
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    public string Table => table;
    public string Row => row;
    public Dictionary<string, string> Fields => fields;
    public bool IsUsed { get; private set; }
    public string Id => fields.GetValueOrDefault("id", "");

    // The other end of a link that stands in its own table: nothing is lost with them.
    private static readonly HashSet<string> BackLinks =
    [
        "location_services", "location_address", "location_phones", "location_schedule", "organization_services", "organization_phones", "organization_locations", "organization_contact", "taxonomy_services",
        "address_services", "service_taxonomy", "service_locations", "service_phones",
    ];

    /// <summary>The value, marked as read; null where there is none.</summary>
    public string? this[string field]
    {
        get
        {
            _read.Add(field);
            return fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) && value.Trim() is not ("N/A" or "n/a") ? value.Trim() : null;
        }
    }

    public string? First(params ReadOnlySpan<string> names)
    {
        string? found = null;
        foreach (var name in names) found ??= this[name];
        return found;
    }

    /// <summary>The identifiers in a column; older packages list several in one cell.</summary>
    public IEnumerable<string> Links(string field) => (this[field] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public HsdsRow Use()
    {
        IsUsed = true;
        return this;
    }

    public IEnumerable<(string Field, string Value)> Unread =>
        fields.Where(f => !string.IsNullOrWhiteSpace(f.Value) && !_read.Contains(f.Key) && f.Key is not ("id" or "ID") && !BackLinks.Contains(f.Key)).Select(f => (f.Key, f.Value));
}

/// <summary>The tables of a package under their names of version 3.</summary>
internal sealed class HsdsTables
{
    private readonly Dictionary<string, List<HsdsRow>> _tables = [];
    private readonly Dictionary<(string, string), ILookup<string, HsdsRow>> _indexes = [];

    public IReadOnlyList<HsdsRow> this[string table] => _tables.TryGetValue(table, out var rows) ? rows : [];
    public IEnumerable<string> Names => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>What was noticed while reading, by row.</summary>
    public List<(string Row, Finding Finding)> Findings { get; } = [];

    public HsdsRow Add(string table, string row, Dictionary<string, string> fields)
    {
        if (!_tables.TryGetValue(table, out var rows)) _tables[table] = rows = [];
        var added = new HsdsRow(table, row, fields);
        rows.Add(added);
        return added;
    }

    public void Touch(string table) => _tables.TryAdd(table, []);

    /// <summary>The rows of a table that point to something, marked as used where they are given out.</summary>
    public IEnumerable<HsdsRow> Of(string table, string link, string id) => id.Length == 0 ? [] : Index(table, link)[id].Select(r => r.Use());

    public HsdsRow? One(string table, string? id) => id is null ? null : Index(table, "id")[id].FirstOrDefault()?.Use();

    public IEnumerable<HsdsRow> Named(string table, IEnumerable<string> ids) => ids.Select(id => One(table, id)).OfType<HsdsRow>();

    public bool Has(string table, string id) => Index(table, "id").Contains(id);

    private ILookup<string, HsdsRow> Index(string table, string link)
    {
        if (_indexes.TryGetValue((table, link), out var index)) return index;
        return _indexes[(table, link)] = this[table].SelectMany(r => (link == "id" ? [r.Id] : r.Links(link).Distinct()).Select(id => (id, r))).Where(p => p.id.Length > 0).ToLookup(p => p.id, p => p.r);
    }
}
