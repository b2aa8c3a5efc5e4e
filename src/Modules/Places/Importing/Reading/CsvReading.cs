using System.Globalization;
using System.Text;

namespace Amparo.Places.Importing;

/// <summary>CSV, TSV and semicolons, as spreadsheets in any country write them. The first row that is not empty names the columns.</summary>
internal sealed class CsvReading(string path) : IRecordReader
{
    public const int MaxColumns = 200;
    public const int MaxCell = 32 * 1024;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public string ReadAs { get; private set; } = "";

    public IEnumerable<SourceRecord> Read(CancellationToken stop)
    {
        var (encoding, name) = TextEncoding.Of(path, stop);
        var delimiter = Sniff(encoding);
        ReadAs = $"CSV, {name}, {(delimiter == '\t' ? "TAB" : delimiter.ToString())}";
        using var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var tokens = new CsvTokens(text, delimiter);
        string[]? header = null;
        while (tokens.Next() is { } row)
        {
            stop.ThrowIfCancellationRequested();
            // The end of a file that was cut: a quotation that never closes, or a last row that stops before its columns and its line do.
            if (row.Open || (header is not null && !row.Ended && row.Cells.Length < header.Length && row.Cells.Length > 1)) throw new BrokenFile("cut_off", Line(row));
            if (Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace)) continue;
            if (header is null) header = Header.Of(row.Cells);
            else yield return Record(row, header);
        }
        if (header is null) throw new BrokenFile("empty", "1");
    }

    private static SourceRecord Record(in CsvRow row, string[] header)
    {
        var fields = new Dictionary<string, string>(header.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length && i < row.Cells.Length; i++) fields[header[i]] = row.Cells[i];
        var findings = new List<Finding>();
        var beyond = row.Cells.Skip(header.Length).Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        if (beyond.Count > 0) findings.Add(new(Reasons.ColumnsDoNotMatch, null, string.Join(" | ", beyond)));
        else if (row.Cells.Length * 2 < header.Length) findings.Add(new(Reasons.ColumnsDoNotMatch, null, string.Join(" | ", row.Cells)));
        if (row.OddQuote) findings.Add(new(Reasons.QuoteInField));
        return new(Line(row), fields) { Findings = findings };
    }

    private static string Line(in CsvRow row) => row.Line.ToString(CultureInfo.InvariantCulture);

    private char Sniff(Encoding encoding)
    {
        using var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[64 * 1024];
        var start = buffer.AsSpan(0, Block(text, buffer));
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var c in start)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\n' or '\r' && counts.Any(n => n > 0)) break;
            if (Array.IndexOf(Delimiters, c) is var at and >= 0) counts[at]++;
        }
        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private static int Block(StreamReader text, char[] buffer)
    {
        try
        {
            return text.ReadBlock(buffer);
        }
        catch (DecoderFallbackException e)
        {
            throw new BrokenFile("not_utf8", "1", e);
        }
    }
}

/// <summary>The names of columns: trimmed, and a second column of the same name is numbered.</summary>
internal static class Header
{
    /// <exception cref="BrokenFile">More columns than any list has.</exception>
    public static string[] Of(IReadOnlyList<string> cells)
    {
        var count = cells.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1])) count--;
        if (count > CsvReading.MaxColumns) throw new BrokenFile("too_many_columns", "1");
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            var name = cells[i].Trim().Trim('\uFEFF');
            if (name.Length == 0) name = $"column {i + 1}";
            seen[name] = seen.GetValueOrDefault(name) + 1;
            names[i] = seen[name] == 1 ? name : $"{name} ({seen[name]})";
        }
        return names;
    }
}
