using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Amparo.Places.Importing;

/// <summary>
/// The first visible sheet of a workbook, row by row. Written by hand over the framework's zip and XML readers: libraries
/// hold a cell, or a sheet's dimensions, in memory before one can say that it is too much.
/// </summary>
internal sealed class XlsxReading(string path, long most = XlsxReading.LargestSheet) : IRecordReader
{
    private const long LargestSheet = 4L << 30;
    private const int MaxRows = 1_048_576;

    public string ReadAs { get; private set; } = "XLSX";

    public IEnumerable<SourceRecord> Read(CancellationToken stop)
    {
        using var book = XlsxBook.Open(path);
        ReadAs = $"XLSX, {book.SheetName}";
        string[]? header = null;
        using var xml = book.OpenSheet(most);
        foreach (var row in new XlsxRows(xml, book).Read(stop))
        {
            if (row.Number > MaxRows) throw new BrokenFile("too_many_rows", row.Number.ToString(CultureInfo.InvariantCulture));
            if (row.Cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (header is null)
            {
                header = Header.Of(row.Cells);
                if (row.HasMore) ReadAs += $", 1–{CsvReading.MaxColumns}";
                continue;
            }
            var fields = new Dictionary<string, string>(header.Length, StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < header.Length && i < row.Cells.Count; i++) fields[header[i]] = row.Cells[i];
            yield return new(row.Number.ToString(CultureInfo.InvariantCulture), fields) { Findings = [.. row.Findings] };
        }
        if (header is null) throw new BrokenFile("empty", "1");
    }
}

/// <summary>One row of a sheet; cells beyond the last column that lists have are not kept.</summary>
internal sealed record XlsxRow(int Number, List<string> Cells, List<Finding> Findings, bool HasMore);

/// <summary>The rows of one sheet, forward only.</summary>
internal sealed class XlsxRows(XmlReader xml, XlsxBook book)
{
    private readonly char[] _chunk = new char[8192];

    public IEnumerable<XlsxRow> Read(CancellationToken stop)
    {
        var number = 0;
        while (Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            stop.ThrowIfCancellationRequested();
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            yield return Row(number);
        }
    }

    private XlsxRow Row(int number)
    {
        var row = new XlsxRow(number, [], [], false);
        if (xml.IsEmptyElement) return row;
        var column = -1;
        var more = false;
        while (Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (column >= CsvReading.MaxColumns)
            {
                more = true;
                continue;
            }
            while (row.Cells.Count <= column) row.Cells.Add("");
            if (!xml.IsEmptyElement) row.Cells[column] = Cell(row);
        }
        return row with { HasMore = more };
    }

    private string Cell(XlsxRow row)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var text = "";
        while (Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f" && !row.Findings.Exists(f => f.Reason == Reasons.FormulaCell)) row.Findings.Add(new(Reasons.FormulaCell));
            if (xml.LocalName is "v" or "t" && !xml.IsEmptyElement) text += Text(row);
        }
        return type switch
        {
            "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) ? book.Shared(shared) : "",
            "b" => text == "1" ? "yes" : "no",
            "e" => "",
            "inlineStr" or "str" or "d" => text,
            _ => book.Number(text, style),
        };
    }

    // The element may hold a gigabyte: what is kept of it has the size of a cell, the rest is read past.
    private string Text(XlsxRow row)
    {
        var kept = new System.Text.StringBuilder();
        var cut = false;
        while (Next() && xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            while (Chunk() is var read and > 0)
            {
                var room = Math.Min(read, CsvReading.MaxCell - kept.Length);
                if (room > 0) kept.Append(_chunk, 0, room);
                cut |= room < read;
            }
        }
        if (cut) row.Findings.Add(new(Reasons.TooLong));
        return kept.ToString();
    }

    private int Chunk()
    {
        try
        {
            return xml.ReadValueChunk(_chunk, 0, _chunk.Length);
        }
        catch (XmlException e)
        {
            throw SafeXml.Broken(e);
        }
    }

    private bool Next()
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException e)
        {
            throw SafeXml.Broken(e);
        }
    }

    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > 100_000) return int.MaxValue;
        }
        return column > 0 ? column - 1 : null;
    }
}
