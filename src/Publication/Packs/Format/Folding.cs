using System.Text;

namespace Amparo.Publication;

/// <summary>
/// Writes lines of which most is alike as templates and columns: what they have in common once, and what differs sorted by where
/// it stands, so that names lie beside names and telephones beside telephones. It knows nothing of what the lines mean. The
/// same lines give the same bytes. See the README for the form.
/// </summary>
internal sealed class Folding
{
    private const int WorthOnce = 4;
    private readonly Dictionary<string, int> _texts = [];
    private readonly Dictionary<(int Cell, string Text), int> _runs = [];
    private readonly Dictionary<string, int> _shapes = [];
    private readonly Dictionary<string, int> _values = [];
    private readonly List<string> _runTexts = [], _shapeList = [], _valueList = [];
    private readonly List<Column> _columns = [];
    private readonly StringBuilder _lines = new();
    private readonly List<Piece> _pieces = [];
    private int _common;

    /// <exception cref="PackTooLarge">So many different things are no pack for a phone.</exception>
    public static byte[] Fold(IReadOnlyList<string> lines)
    {
        var folding = new Folding();
        foreach (var line in lines) folding.Count(line);
        folding._common = Math.Max(4, lines.Count / 4);
        foreach (var line in lines) folding.Add(line);
        return Encoding.UTF8.GetBytes(folding.Json(lines.Count));
    }

    private void Count(string line)
    {
        Pieces.Cut(line, _pieces);
        foreach (var piece in _pieces)
            if (piece.IsText) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_texts, line.Substring(piece.Start, piece.Length), out _)++;
    }

    private void Add(string line)
    {
        Pieces.Cut(line, _pieces);
        var (run, shape) = (new StringBuilder(), new StringBuilder());
        var (cell, began, own) = (0, 0, (string?)null);
        foreach (var piece in _pieces)
        {
            var text = line.Substring(piece.Start, piece.Length);
            if (text == "\t") cell++;
            if (!piece.IsText || _texts[text] >= _common)
            {
                run.Append(text);
                continue;
            }
            var id = Run(began, run.ToString());
            shape.Append(Letters.Of(id));
            Say(_columns[id], text, own);
            own ??= text;
            run.Clear();
            began = cell;
        }
        shape.Append(Letters.Of(Run(began, run.Append('\n').ToString())));
        _lines.Append(Letters.Of(Numbered(_shapes, _shapeList, shape.ToString())));
    }

    private void Say(Column column, string text, string? own)
    {
        if (text == own) column.Said.Append(Letters.Of(Column.Own));
        else if (_texts[text] > 1 && text.Length >= WorthOnce && _valueList.Count < Letters.Most - Column.First - 1) column.Said.Append(Letters.Of(Column.First + Numbered(_values, _valueList, text)));
        else
        {
            column.Said.Append(Letters.Of(Column.Here));
            column.Literals.Add(text);
        }
    }

    private int Run(int cell, string text)
    {
        if (_runs.TryGetValue((cell, text), out var known)) return known;
        if (_runTexts.Count >= Letters.Most) throw new PackTooLarge();
        _runs.Add((cell, text), _runTexts.Count);
        _runTexts.Add(text);
        _columns.Add(new());
        return _runTexts.Count - 1;
    }

    private static int Numbered(Dictionary<string, int> known, List<string> list, string text)
    {
        if (known.TryGetValue(text, out var number)) return number;
        if (list.Count >= Letters.Most) throw new PackTooLarge();
        known.Add(text, list.Count);
        list.Add(text);
        return list.Count - 1;
    }

    private string Json(int count)
    {
        var json = new StringBuilder("{\"n\":").Append(count);
        List(json, ",\"runs\":[", _runTexts);
        List(json, ",\"values\":[", _valueList);
        json.Append(",\"shapes\":");
        Letters.Quote(json, string.Concat(_shapeList));
        json.Append(",\"lines\":");
        Letters.Quote(json, _lines.ToString());
        json.Append(",\"columns\":[");
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i > 0) json.Append(',');
            var said = _columns[i].Said.ToString();
            List(json, "[", _columns[i].Literals.Prepend(said.AsSpan().IndexOfAnyExcept(Letters.Of(Column.Here)) < 0 ? "" : said));
        }
        return json.Append("]}").ToString();
    }

    private static void List(StringBuilder json, string open, IEnumerable<string> texts)
    {
        json.Append(open);
        var first = true;
        foreach (var text in texts)
        {
            if (!first) json.Append(',');
            Letters.Quote(json, text);
            first = false;
        }
        json.Append(']');
    }

    private sealed class Column
    {
        public const int Here = 0, Own = 1, First = 2;

        public StringBuilder Said { get; } = new();
        public List<string> Literals { get; } = [];
    }
}
