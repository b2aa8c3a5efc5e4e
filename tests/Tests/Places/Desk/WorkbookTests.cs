using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Amparo.Contracts.Places;
using Amparo.Tests.Access;

namespace Amparo.Tests.Places.Desk;

[Trait("Needs", "Database")]
public sealed class WorkbookTests : IDisposable
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Platform _platform = new();

    [Fact]
    public async Task The_list_leaves_as_a_workbook_with_the_rows_of_the_csv_and_is_recorded()
    {
        await _platform.Given(Some.Place("=HYPERLINK(\"http://x\")", country: "GT"), Some.Place("Casa <b> & \u0007 Ñandú", country: "GT"), Some.Place("Secreta", country: "GT", disclosure: Disclosures.Officers), Some.Place("Ajena", country: "HN"));
        using var desk = await _platform.As("country_steward", Scope.Country("GT"));
        using var answer = await desk.Get("/console/places/export?as=xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var rows = Rows(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(4, rows.Count);
        Assert.Equal("name", rows[0][1].Text);
        Assert.Equal(["=HYPERLINK(\"http://x\")", "Casa <b> &  Ñandú", "Secreta"], rows.Skip(1).Select(r => r[1].Text).Order(StringComparer.Ordinal));
        // Town, telephone and organisation of a place that only officers know stay here.
        Assert.Equal("", rows.Single(r => r[1].Text == "Secreta")[5].Text);
        Assert.Equal("Tapachula", rows.Single(r => r[1].Text.StartsWith("Casa", StringComparison.Ordinal))[5].Text);
        var row = await _platform.Read(db => db.Set<AuditEntry>().SingleAsync(a => a.Act == "places.export"));
        Assert.Equal((desk.AccountId, 3, AuditOutcomes.Seen), (row.By, row.Records, row.Outcome));
    }

    [Fact]
    public async Task No_cell_of_a_workbook_is_a_formula_and_what_looks_like_one_stays_text_when_somebody_edits_it()
    {
        using var file = new MemoryStream();
        using var writer = await XlsxWriter.Begin(file, ["a"], default);
        foreach (var cell in new[] { "=1+1", "+1", "-1", "@a", "\ta", "  =1", "plain" }) await writer.Row([cell], default);
        await writer.End(default);
        var sheet = Sheet(file.ToArray());
        Assert.Empty(sheet.Descendants(Main + "f"));
        Assert.All(sheet.Descendants(Main + "c"), c => Assert.Equal("inlineStr", c.Attribute("t")!.Value));
        Assert.Equal(["1", "2", "2", "2", "2", "2", "2", "0"], sheet.Descendants(Main + "c").Select(c => c.Attribute("s")!.Value));
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()));
        using var styles = archive.GetEntry("xl/styles.xml")!.Open();
        Assert.Equal("1", XDocument.Load(styles).Descendants(Main + "cellXfs").Single().Elements().ElementAt(2).Attribute("quotePrefix")!.Value);
    }

    [Fact]
    public async Task A_long_table_goes_out_while_it_is_read_and_is_never_held_whole()
    {
        var to = new Counting();
        using var writer = await XlsxWriter.Begin(to, ["a", "b"], default);
        var cell = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(60));
        var held = 0L;
        for (var i = 0; i < 20_000; i++)
        {
            await writer.Row([$"{i}", cell], default);
            if (i == 10_000) held = to.Length;
        }
        Assert.True(held > 50_000, $"Only {held} bytes had left when half was written.");
        await writer.End(default);
        Assert.True(to.Length > held);
    }

    [Fact]
    public async Task A_cell_that_is_too_long_is_cut_and_a_file_that_broke_off_cannot_be_opened()
    {
        using var file = new MemoryStream();
        using var writer = await XlsxWriter.Begin(file, ["a"], default);
        await writer.Row([new string('x', 40_000)], default);
        await Assert.ThrowsAnyAsync<Exception>(async () => { using var broken = new ZipArchive(new MemoryStream(file.ToArray())); await Task.FromResult(broken.Entries.Count); });
        await writer.End(default);
        Assert.Equal(XlsxWriter.LongestCell, Rows(file.ToArray())[1][0].Text.Length);
    }

    [Fact]
    public async Task The_auditor_takes_the_record_as_a_workbook()
    {
        using var desk = await _platform.As("auditor", Scope.Region);
        using var answer = await desk.Get("/console/audit/export?as=xlsx");
        var rows = Rows(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("outcome", rows[0][^1].Text);
        Assert.True(rows.Count > 1);
    }

    private static List<List<(string Text, string? Style)>> Rows(byte[] file) =>
        [.. Sheet(file).Descendants(Main + "row").Select(r => r.Elements(Main + "c").Select(c => (string.Concat(c.Descendants(Main + "t").Select(t => t.Value)), c.Attribute("s")?.Value)).ToList())];

    private static XDocument Sheet(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(sheet);
    }

    /// <summary>Takes bytes and keeps none, as a connection does.</summary>
    private sealed class Counting : Stream
    {
        private long _length;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => _length;
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Written at once: a server that is asked to wait for a slow reader waits with a thread.");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }

    public void Dispose() => _platform.Dispose();
}
