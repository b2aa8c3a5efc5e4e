using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Amparo.Places.Importing;

/// <summary>A workbook's own parts: which sheet, the shared texts, which numbers are dates.</summary>
internal sealed class XlsxBook : IDisposable
{
    private const long LargestPart = 200L << 20;
    private const long MostSharedCharacters = 50_000_000;
    private const long MostRatio = 400;
    private readonly ZipArchive _zip;
    private readonly ZipArchiveEntry _sheet;
    private readonly List<string> _shared = [];
    private readonly HashSet<int> _dateStyles = [];
    private readonly bool _from1904;

    private XlsxBook(ZipArchive zip)
    {
        _zip = zip;
        if (zip.Entries.Count > 2000) throw new BrokenFile("bad_zip", "2000+");
        var (sheet, name, from1904) = FirstSheet();
        (_sheet, SheetName, _from1904) = (sheet, name, from1904);
        ReadShared();
        ReadStyles();
    }

    public string SheetName { get; }

    public static XlsxBook Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            return new(new ZipArchive(file, ZipArchiveMode.Read));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            file.Dispose();
            throw e is XmlException xml ? SafeXml.Broken(xml) : new BrokenFile("bad_zip", "1", e);
        }
    }

    public XmlReader OpenSheet(long most) => SafeXml.Open(_sheet.Open(), most, _sheet.FullName);

    public string Shared(int number) => number < _shared.Count ? _shared[number] : "";

    /// <summary>A number as text; where its style is a date, the date or the time.</summary>
    public string Number(string text, string? style)
    {
        if (style is null || !int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) || !_dateStyles.Contains(format)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days is < 0 or > 2_958_465) return text;
        if (days < 1) return TimeSpan.FromMinutes(Math.Round(days * 1440)).ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        // Spreadsheets count 29 February 1900, which never was; with this origin the days since March 1900 come out right.
        var day = (_from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30)).AddDays(days);
        return day.TimeOfDay < TimeSpan.FromMinutes(1) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private (ZipArchiveEntry, string, bool) FirstSheet()
    {
        var from1904 = false;
        (string Name, string Relation)? first = null;
        foreach (var xml in Elements("xl/workbook.xml") ?? throw new BrokenFile("no_sheet", "xl/workbook.xml"))
        {
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName == "sheet" && first is null && xml.GetAttribute("state") is null or "visible" && xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } id)
                first ??= (xml.GetAttribute("name") ?? "", id);
        }
        if (first is not { } sheet) throw new BrokenFile("no_sheet", "xl/workbook.xml");
        foreach (var xml in Elements("xl/_rels/workbook.xml.rels") ?? [])
        {
            if (xml.LocalName != "Relationship" || xml.GetAttribute("Id") != sheet.Relation || xml.GetAttribute("Target") is not { } target) continue;
            var full = target.StartsWith('/') ? target[1..] : "xl/" + target;
            return (_zip.GetEntry(full) ?? throw new BrokenFile("no_sheet", full), sheet.Name, from1904);
        }
        throw new BrokenFile("no_sheet", sheet.Name);
    }

    private void ReadShared()
    {
        var (all, text) = (0L, new System.Text.StringBuilder());
        using var xml = Part("xl/sharedStrings.xml");
        if (xml is null) return;
        var chunk = new char[4096];
        var (inText, phonetic) = (false, 0);
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "si" && xml.IsEmptyElement: _shared.Add(""); break;
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement: phonetic++; break;
                case XmlNodeType.Element when xml.LocalName == "t": inText = !xml.IsEmptyElement && phonetic == 0; break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    while (xml.ReadValueChunk(chunk, 0, chunk.Length) is var read and > 0)
                        if (text.Length < CsvReading.MaxCell) text.Append(chunk, 0, Math.Min(read, CsvReading.MaxCell - text.Length));
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t": inText = false; break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh": phonetic--; break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    if ((all += text.Length + 20) > MostSharedCharacters) throw new BrokenFile("unpacks_too_large", "xl/sharedStrings.xml");
                    _shared.Add(text.ToString());
                    text.Clear();
                    break;
            }
        }
    }

    private void ReadStyles()
    {
        var dates = new HashSet<int>([.. Enumerable.Range(14, 9), .. Enumerable.Range(45, 3)]);
        var (inCells, style) = (false, 0);
        foreach (var xml in Elements("xl/styles.xml") ?? [])
        {
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id) && IsDate(xml.GetAttribute("formatCode") ?? "")) dates.Add(id);
            if (xml.LocalName is "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs") inCells = xml.LocalName == "cellXfs";
            if (xml.LocalName != "xf" || !inCells) continue;
            if (int.TryParse(xml.GetAttribute("numFmtId"), out var format) && dates.Contains(format)) _dateStyles.Add(style);
            style++;
        }
    }

    private static bool IsDate(string format)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in format)
        {
            if (c == '"') quoted = !quoted;
            else if (c is '[' or ']') bracket = c == '[';
            else if (!quoted && !bracket && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 'm' or 'M' && !quoted && !bracket) return true;
        }
        return false;
    }

    private IEnumerable<XmlReader>? Elements(string name) => _zip.GetEntry(name) is null ? null : Walk(name);

    private IEnumerable<XmlReader> Walk(string name)
    {
        using var xml = Part(name)!;
        while (xml.Read()) if (xml.NodeType == XmlNodeType.Element) yield return xml;
    }

    // What a zip says of its own sizes may be a lie, so the stream counts as well.
    private XmlReader? Part(string name)
    {
        if (_zip.GetEntry(name) is not { } entry) return null;
        if (entry.Length > LargestPart || (entry.Length > 1 << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio)) throw new BrokenFile("unpacks_too_large", name);
        return SafeXml.Open(entry.Open(), LargestPart, name);
    }

    public void Dispose() => _zip.Dispose();
}
