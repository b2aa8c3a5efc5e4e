using System.IO.Compression;
using System.Text;

namespace Amparo.Kernel;

/// <summary>
/// A workbook of one sheet that is written while its rows are read: what it costs does not grow with them. Every cell is
/// text, and text that a spreadsheet would take for a formula is marked as quoted: it stays text also when somebody edits it.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    /// <summary>What a cell can hold; what is longer is cut.</summary>
    public const int LongestCell = 32_767;
    private const int FlushAt = 16_384;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Package = "http://schemas.openxmlformats.org/package/2006/", Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static readonly (string Name, string Xml)[] Parts =
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Related}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Related}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Related}/styles" Target="styles.xml"/></Relationships>"""),
        // 0 text, 1 the heading, 2 text that looks like a formula. Format 49 is "text".
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>
            """),
    ];

    private readonly StringBuilder _pending = new();
    private readonly Waiting _packed = new();
    private readonly Stream _to;
    private readonly ZipArchive _archive;
    private readonly Stream _sheet;

    private XlsxWriter(Stream to)
    {
        _to = to;
        _archive = new(_packed, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, xml) in Parts)
        {
            using var part = Open(name);
            part.Write(Encoding.UTF8.GetBytes(Head + xml.Trim()));
        }
        _sheet = Open("xl/worksheets/sheet1.xml");
    }

    /// <param name="to">Stays open; it need not be able to seek.</param>
    /// <param name="heading">The first row, which stays in sight.</param>
    public static async Task<XlsxWriter> Begin(Stream to, IEnumerable<string> heading, CancellationToken stop)
    {
        var writer = new XlsxWriter(to);
        writer._pending.Append(Head).Append($"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");
        writer.Append(heading, heading: true);
        await writer.Flush(stop);
        return writer;
    }

    public async Task Row(IEnumerable<string?> cells, CancellationToken stop)
    {
        Append(cells, heading: false);
        if (_pending.Length >= FlushAt) await Flush(stop);
    }

    /// <summary>Ends the workbook. Without this it cannot be opened, so that a file that broke off is not taken for whole.</summary>
    public async Task End(CancellationToken stop)
    {
        _pending.Append("</sheetData></worksheet>");
        _sheet.Write(Encoding.UTF8.GetBytes(_pending.ToString()));
        _sheet.Dispose();
        _archive.Dispose();
        await _packed.SendTo(_to, stop);
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _archive.Dispose();
        _packed.Dispose();
    }

    private Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        // The time of making would say more than the name of the file does, and make equal files differ.
        entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private void Append(IEnumerable<string?> cells, bool heading)
    {
        _pending.Append("<row>");
        foreach (var cell in cells)
        {
            if (string.IsNullOrEmpty(cell)) _pending.Append("<c/>");
            else
            {
                _pending.Append("<c t=\"inlineStr\" s=\"").Append(heading ? '1' : CsvRow.IsFormula(cell) ? '2' : '0').Append("\"><is><t xml:space=\"preserve\">");
                Escape(cell);
                _pending.Append("</t></is></c>");
            }
        }
        _pending.Append("</row>");
    }

    // What XML cannot hold is left out: one such sign from a stranger's form would make the whole file unreadable.
    private void Escape(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((length += rune.Utf16SequenceLength) > LongestCell) return;
            switch (rune.Value)
            {
                case '&': _pending.Append("&amp;"); break;
                case '<': _pending.Append("&lt;"); break;
                case '>': _pending.Append("&gt;"); break;
                case '\r': _pending.Append("&#13;"); break;
                case >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n': _pending.Append(rune.ToString()); break;
            }
        }
    }

    private async Task Flush(CancellationToken stop)
    {
        _sheet.Write(Encoding.UTF8.GetBytes(_pending.ToString()));
        _pending.Clear();
        await _packed.SendTo(_to, stop);
    }

    /// <summary>What was packed and has not left yet. The archive writes at once and cannot wait; a connection must be waited for.</summary>
    private sealed class Waiting : Stream
    {
        private readonly MemoryStream _held = new();
        private long _sent;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _sent + _held.Length; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);
        public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing) _held.Dispose();
            base.Dispose(disposing);
        }

        public async Task SendTo(Stream to, CancellationToken stop)
        {
            await to.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), stop);
            _sent += _held.Length;
            _held.SetLength(0);
        }
    }
}
