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
        folding.Arrange();
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
        var (cell, began) = (0, 0);
        var before = new List<string>();
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
            Say(_columns[id], text, before);
            before.Add(text);
            run.Clear();
            began = cell;
        }
        shape.Append(Letters.Of(Run(began, run.Append('\n').ToString())));
        _lines.Append(Letters.Of(Numbered(_shapes, _shapeList, shape.ToString())));
    }

    private void Say(Column column, string text, List<string> before)
    {
        if (before.Count > 0 && text == before[0]) column.Said.Append(Letters.Of(Column.Own));
        else if (before.LastIndexOf(text) is >= 0 and var at && before.Count - at <= Column.MostBack) column.Said.Append(Letters.Of(Column.Own + before.Count - at));
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

    // Packing sees some thousand letters back: what is long stands beside what is long, and telephones beside telephones.
    private void Arrange()
    {
        var values = Sorted(_valueList.ConvertAll(v => (double)v.Length));
        var runs = Sorted(_columns.ConvertAll(c => c.Literals.Count == 0 ? 0 : c.Literals.Average(l => l.Length)));
        Move(_valueList, values);
        Move(_runTexts, runs);
        Move(_columns, runs);
        var (toValue, toRun) = (Inverse(values), Inverse(runs));
        foreach (var column in _columns)
            for (var i = 0; i < column.Said.Length; i++)
                if (Letters.Read(column.Said[i]) is >= Column.First and var said) column.Said[i] = Letters.Of(Column.First + toValue[said - Column.First]);
        for (var i = 0; i < _shapeList.Count; i++) _shapeList[i] = string.Concat(_shapeList[i].Select(letter => Letters.Of(toRun[Letters.Read(letter)])));
    }

    private static int[] Sorted(List<double> lengths) => [.. Enumerable.Range(0, lengths.Count).OrderBy(i => lengths[i])];

    private static int[] Inverse(int[] order)
    {
        var to = new int[order.Length];
        for (var i = 0; i < order.Length; i++) to[order[i]] = i;
        return to;
    }

    private static void Move<T>(List<T> list, int[] order)
    {
        var before = list.ToArray();
        for (var i = 0; i < order.Length; i++) list[i] = before[order[i]];
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
        List(json, ",\"said\":[", _columns.Select(c => c.Said.ToString()).Select(said => said.AsSpan().IndexOfAnyExcept(Letters.Of(Column.Here)) < 0 ? "" : said));
        json.Append(",\"columns\":[");
        for (var i = 0; i < _columns.Count; i++) List(json, i > 0 ? ",[" : "[", _columns[i].Literals);
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
        public const int Here = 0, Own = 1, MostBack = 8, First = Own + MostBack + 1;

        public StringBuilder Said { get; } = new();
        public List<string> Literals { get; } = [];
    }
}
