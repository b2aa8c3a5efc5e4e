using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Amparo.Office.Audit;

/// <summary>
/// Records as a table for whoever checks them elsewhere: everything that the chain is made of, row after row as the database
/// gives them. It names accounts by identifier only: a file goes from hand to hand.
/// </summary>
internal sealed class AuditCsv(IQueryable<AuditEntry> records, string name) : IActionResult
{
    public const int Most = 100_000;
    private const int FlushEach = 500;

    public static readonly string Header = "place,chain,mac,node,node_sequence,at,at_microseconds,by,organisation,purpose,act,table,record,records,outcome\r\n";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await using var to = new StreamWriter(response.Body, new UTF8Encoding(false), 16_384, leaveOpen: true);
        await to.WriteAsync(Header);
        var written = 0;
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(stop))
        {
            await to.WriteAsync(Line(record));
            if (++written % FlushEach == 0) await to.FlushAsync(stop);
        }
        await to.FlushAsync(stop);
    }

    public static string Line(AuditEntry r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Sequence},{Hex(r.Chain)},{Hex(r.Mac)},{Cell(r.Node)},{r.NodeSequence},{r.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ},{Instants.ToStored(r.At)},{r.By},{r.Organisation},{Cell(r.Purpose)},{Cell(r.Act)},{Cell(r.Table)},{r.Record},{r.Records},{Cell(r.Outcome)}\r\n");

    // A spreadsheet that meets one of these signs first would run the cell: whoever wrote a purpose would act on the auditor's machine.
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Hex(byte[]? bytes) => bytes is null ? "" : Convert.ToHexStringLower(bytes);
}
