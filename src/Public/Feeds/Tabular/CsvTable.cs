using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Amparo.Public.Hsds;

namespace Amparo.Public.Feeds;

/// <summary>One table while it is written (RFC 4180, UTF-8): the fields of a row by their names, then the row.</summary>
internal sealed class CsvTable : IFields, IAsyncDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly FrozenDictionary<string, int> _columns;
    private readonly string?[] _row;
    private readonly StreamWriter _to;

    public CsvTable(Table table, Stream to)
    {
        _columns = table.Fields.Index().ToFrozenDictionary(f => f.Item.Name, f => f.Index);
        _row = new string?[table.Fields.Count];
        _to = new(to, new UTF8Encoding(false), 32 * 1024) { NewLine = "\r\n" };
        foreach (var (index, field) in table.Fields.Index()) _row[index] = field.Name;
        End();
    }

    public void Text(string name, string? value) => _row[_columns[name]] = value;

    public void Number(string name, double value) => Text(name, value.ToString("R", CultureInfo.InvariantCulture));

    public void Link(string name, Guid id) => Text(name, id.ToString());

    // A table's times carry no offset: the column timezone does.
    public void Time(string name, ClockTime at, TimeSpan offset)
    {
        var minutes = at.Minutes % 1440;
        Text(name, string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}:00"));
    }

    /// <summary>Writes the row. A cell goes out as it is, also where a spreadsheet would take it for a formula: what is changed here could not be read back.</summary>
    public void End()
    {
        for (var i = 0; i < _row.Length; i++)
        {
            if (i > 0) _to.Write(',');
            if (_row[i] is { } cell) Write(cell);
            _row[i] = null;
        }
        _to.WriteLine();
    }

    public ValueTask DisposeAsync() => _to.DisposeAsync();

    private void Write(string cell)
    {
        if (cell.AsSpan().IndexOfAny(Quoted) < 0 && cell.Length > 0 && cell[0] != ' ' && cell[^1] != ' ')
        {
            _to.Write(cell);
            return;
        }
        _to.Write('"');
        _to.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        _to.Write('"');
    }
}
