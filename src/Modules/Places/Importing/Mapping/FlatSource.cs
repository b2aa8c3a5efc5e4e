namespace Amparo.Places.Importing;

/// <summary>A list on its way in: its drafts, as often as needed.</summary>
internal interface IDraftSource
{
    string ReadAs { get; }

    /// <summary>Reads to the end and says how many rows there are.</summary>
    /// <exception cref="BrokenFile">It cannot be read to its end.</exception>
    long ReadThrough(Action<long> progress, CancellationToken stop);

    IEnumerable<Draft> Drafts(CancellationToken stop);

    /// <summary>What the file holds and no draft has used; asked after the drafts were made, since only then it is known.</summary>
    IEnumerable<(string Row, Finding Finding)> Left { get; }

    IReadOnlyList<Contracts.Places.TableCount> Tables { get; }
}

/// <summary>Rows of a table or features of a map, by a profile.</summary>
internal sealed class FlatSource(IRecordReader reader, ListProfile profile, Overlay? overlay = null) : IDraftSource
{
    private readonly HashSet<string> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _filled = new(StringComparer.OrdinalIgnoreCase);

    public string ReadAs => reader.ReadAs;
    public IReadOnlyList<Contracts.Places.TableCount> Tables => [];

    public IEnumerable<(string Row, Finding Finding)> Left
    {
        get
        {
            var read = profile.Fields.Values.Concat(profile.Derived.Values).SelectMany(r => r.Columns).Concat(profile.Key).Concat(profile.Ignore).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return _filled.Where(c => !read.Contains(c) && !c.StartsWith('$') && !c.StartsWith('@')).Order(StringComparer.Ordinal).Select(c => ("", new Finding(Reasons.ColumnNotRead, c)));
        }
    }

    public long ReadThrough(Action<long> progress, CancellationToken stop)
    {
        long rows = 0;
        foreach (var record in reader.Read(stop))
        {
            foreach (var (column, value) in record.Fields)
            {
                _columns.Add(column);
                if (_filled.Count < 2 * CsvReading.MaxColumns && !string.IsNullOrWhiteSpace(value)) _filled.Add(column);
            }
            if (++rows % 1000 == 0) progress(rows);
        }
        // A table without any column for the name is another list than the profile is for: better to say it once than ten thousand times.
        if (rows > 0 && profile.Fields.TryGetValue("name", out var name) && !Sources(name).Any(_columns.Contains))
            throw new Contracts.Places.ImportRefused("no_name_column", ("profile", profile.Name), ("columns", string.Join(", ", Sources(name))), ("found", string.Join(", ", _columns.Take(20))));
        return rows;
    }

    public IEnumerable<Draft> Drafts(CancellationToken stop) =>
        (profile.MergeColumns is { } columns ? Merged(Records(stop), columns) : Records(stop)).Select(ToDraft);

    private IEnumerable<SourceRecord> Records(CancellationToken stop) => overlay is null ? reader.Read(stop) : overlay.Over(reader.Read(stop), stop);

    private IEnumerable<string> Sources(Rule rule) => rule.Columns.SelectMany(c => profile.Derived.TryGetValue(c, out var made) ? Sources(made) : [c]);

    private Draft ToDraft(SourceRecord record)
    {
        var derived = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        string? Column(string name) => derived.TryGetValue(name, out var made) ? made : record[name]?.Trim();
        foreach (var (name, rule) in profile.Derived) derived[name] = rule.Of(Column);
        var draft = PlainFields.Draft(record, field => (profile.Fields.TryGetValue(field, out var rule) ? rule.Of(Column) : null) ?? profile.Defaults.GetValueOrDefault(field), profile.Dates,
            profile.Format is Formats.GeoJson or Formats.Kml);
        draft.Key = profile.Key.Count == 0 ? null : KeyOf(Column);
        return draft;
    }

    private string? KeyOf(Func<string, string?> column)
    {
        var pieces = profile.Key.Select(k => profile.Fields.TryGetValue(k, out var rule) ? rule.Of(column) : column(k)).ToList();
        if (pieces.All(p => p is null)) return null;
        var key = Clean.Storable(string.Join('\u001f', pieces.Select(p => p ?? "")))!;
        return key.Length <= 200 ? key : StableId.Of(key).ToString("N");
    }

    private IEnumerable<SourceRecord> Merged(IEnumerable<SourceRecord> records, IReadOnlyList<string> columns)
    {
        foreach (var same in records.GroupBy(r => string.Join('\u001f', profile.Key.Select(k => r[k] ?? $"row {r.Row}"))))
        {
            var rows = same.ToList();
            if (rows.Count == 1)
            {
                yield return rows[0];
                continue;
            }
            var fields = new Dictionary<string, string>(rows[0].Fields, StringComparer.OrdinalIgnoreCase);
            var findings = rows.SelectMany(r => r.Findings).ToList();
            foreach (var column in rows.SelectMany(r => r.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                var values = rows.Select(r => r[column]).OfType<string>().SelectMany(v => columns.Contains(column) ? v.Split('|') : [v]).Distinct().ToList();
                if (columns.Contains(column)) fields[column] = string.Join('|', values);
                else if (values.Count > 0) fields[column] = values[0];
                if (!columns.Contains(column) && values.Count > 1) findings.Add(new(Reasons.MergedDiffer, column, string.Join(" | ", values)));
            }
            yield return new(string.Join('+', rows.Select(r => r.Row)), fields) { Findings = findings };
        }
    }
}
