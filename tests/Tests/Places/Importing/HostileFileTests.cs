using System.IO.Compression;
using System.Text;
using Amparo.Places.Importing;

namespace Amparo.Tests.Places.Importing;

public sealed class HostileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-hostile-").FullName;

    [Fact]
    public void Every_encoding_and_line_break_gives_the_same_row()
    {
        const string text = "nombre;país\r\nClínica Niño;México\r\n";
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, CodePagesEncodingProvider.Instance.GetEncoding(1252)!];
        foreach (var encoding in encodings)
            foreach (var lines in new[] { "\r\n", "\n", "\r" })
            {
                var row = Assert.Single(Rows(new CsvReading(Save("e.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("\r\n", lines, StringComparison.Ordinal))]))));
                Assert.Equal(("Clínica Niño", "México"), (row["nombre"], row["país"]));
            }
    }

    [Fact]
    public void A_tab_or_a_bar_parts_columns_too_and_a_quotation_may_hold_lines()
    {
        Assert.Equal("a\nb", Assert.Single(Rows(new CsvReading(Save("t.csv", "x\ty\n1\t\"a\nb\"\n"u8.ToArray()))))["y"]);
        Assert.Equal("2", Assert.Single(Rows(new CsvReading(Save("p.csv", "x|y\n1|2"u8.ToArray()))))["y"]);
    }

    [Fact]
    public void Text_that_was_UTF8_and_broke_is_refused_with_its_row()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes("name,country\n" + string.Concat(Enumerable.Repeat("Clínica Ñandú,México\n", 20))), 0xC3, 0x28, .. "x,GT\n"u8];
        Assert.Equal(("not_utf8", "22"), Broken(new CsvReading(Save("b.csv", broken))));
        Assert.Equal("not_text", Broken(new CsvReading(Save("bin.csv", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 31))]))).Key);
    }

    [Fact]
    public void A_cell_without_end_stops_the_reading_before_memory_does()
    {
        Assert.Equal("cell_too_long", Broken(new CsvReading(Save("c.csv", Encoding.ASCII.GetBytes("a,b\n1,\"" + new string('x', 300_000))))).Key);
        Assert.Equal("too_many_columns", Broken(new CsvReading(Save("w.csv", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 300).Select(i => $"c{i}")) + "\n")))).Key);
    }

    [Fact]
    public void A_sheet_gives_texts_numbers_and_dates_as_they_are_seen()
    {
        var path = Sheet("""<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>f</t></is></c></row><row r="3"><c r="A3" t="str"><v>Uno</v></c><c r="B3" s="1"><v>46347</v></c><c r="C3"><f>1+1</f><v>2</v></c></row>""");
        var row = Assert.Single(Rows(new XlsxReading(path)));
        Assert.Equal(("3", "Uno", "2026-11-21", "2"), (row.Row, row["name"], row["expires"], row["f"]));
        Assert.Contains(row.Findings, f => f.Reason == Reasons.FormulaCell);
    }

    [Fact]
    public void A_cell_of_many_megabytes_is_cut_to_the_size_of_a_cell()
    {
        var row = Assert.Single(Rows(new XlsxReading(Sheet($"""<row><c t="str"><v>name</v></c></row><row><c t="str"><v>{new string('x', 20_000_000)}</v></c></row>"""))));
        Assert.Equal(CsvReading.MaxCell, row["name"]!.Length);
        Assert.Contains(row.Findings, f => f.Reason == Reasons.TooLong);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "xml_dtd")]
    [InlineData("<row long=\"LONG\"/>", "tag_too_long")]
    [InlineData("<row><c></row>", "bad_xml")]
    public void A_sheet_that_expands_or_never_ends_is_refused(string inside, string key)
    {
        inside = inside.Replace("LONG", new string('x', 2_000_000), StringComparison.Ordinal);
        var xml = inside.StartsWith("<!", StringComparison.Ordinal) ? inside + "<worksheet><sheetData/></worksheet>" : $"<worksheet><sheetData>{inside}</sheetData></worksheet>";
        Assert.Equal(key, Broken(new XlsxReading(Book(xml, null))).Key);
    }

    [Fact]
    public void A_bomb_among_the_shared_texts_and_a_zip_cut_in_half_are_refused()
    {
        Assert.Equal("unpacks_too_large", Broken(new XlsxReading(Book("<worksheet/>", $"<sst><si><t>{new string('a', 8_000_000)}</t></si></sst>"))).Key);
        var whole = File.ReadAllBytes(Sheet("<row><c t=\"str\"><v>name</v></c></row>"));
        Assert.Equal("bad_zip", Broken(new XlsxReading(Save("half.xlsx", whole[..(whole.Length / 2)]))).Key);
    }

    [Fact]
    public void A_map_that_smuggles_a_file_in_is_refused()
    {
        var kml = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>"u8.ToArray();
        Assert.Equal("xml_dtd", Broken(new KmlReading(Save("x.kml", kml))).Key);
        Assert.Equal("bad_xml", Broken(new KmlReading(Save("h.kml", "<kml><Document><Placemark><name>A</name></Place"u8.ToArray()))).Key);
        Assert.Equal("no_kml", Broken(new KmlReading(Save("h.html", "<html><body>hola</body></html>"u8.ToArray()))).Key);
    }

    [Theory]
    [InlineData("export default fetch('https://example.org')")]
    [InlineData("export default [{ name: alert(1) }]")]
    [InlineData("export default [{ name: `a${b}` }]")]
    [InlineData("const a = [1]; b()")]
    [InlineData("export default [{ name: 'cut")]
    public void A_script_is_read_and_never_run(string script) => Assert.Contains(Broken(new ScriptLiteral(Save("s.js", Encoding.UTF8.GetBytes(script)))).Key, new[] { "script_not_literal", "cut_off" });

    [Fact]
    public void A_literal_with_comments_commas_and_escapes_is_read()
    {
        var rows = Rows(new ScriptLiteral(Save("s.js", Encoding.UTF8.GetBytes("// list\nexport default [ /* a */ ['Sur', [{ name: 'It\\'s \\u00e9', \"at\": { x: -1.5, ok: true, no: null, }, },], ], ];"))));
        var row = Assert.Single(rows);
        Assert.Equal(("Sur", "It's é", "-1.5", "yes", null), (row["group"], row["name"], row["at.x"], row["at.ok"], row["at.no"]));
    }

    private static List<SourceRecord> Rows(IRecordReader reader) => [.. reader.Read(CancellationToken.None)];

    private static (string Key, string At) Broken(IRecordReader reader)
    {
        var broken = Assert.Throws<BrokenFile>(() => Rows(reader));
        return (broken.Key, broken.At);
    }

    private string Save(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        return Path.Combine(_folder, name);
    }

    private string Sheet(string rows) => Book($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>", "<sst><si><r><t>exp</t></r><r><t>ires</t></r></si></sst>");

    private string Book(string sheet, string? shared)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        void Part(string name, string text)
        {
            using var stream = new StreamWriter(zip.CreateEntry(name).Open());
            stream.Write(text);
        }
        Part("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Hoja1\" r:id=\"rId1\"/></sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        Part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        if (shared is not null) Part("xl/sharedStrings.xml", shared);
        Part("xl/worksheets/sheet1.xml", sheet);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
