using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Amparo.Kernel;

/// <summary>A table of the console as a file: CSV, or a workbook where the address says <c>as=xlsx</c>. Rows go out as they come in.</summary>
/// <param name="name">Without its ending.</param>
/// <param name="hasMark">Spreadsheets take CSV without a mark at its beginning for another encoding, and every accent for two letters.</param>
public sealed class TableFile(string name, IReadOnlyList<string> heading, bool hasMark = true)
{
    /// <summary>The parameter of the address, and its value for a workbook.</summary>
    public const string Parameter = "as", Workbook = "xlsx";

    /// <summary>Answers with these rows. How many leave is on record before the first byte does.</summary>
    /// <param name="act">The act that lets the person have them.</param>
    /// <param name="table">What they are, as the audit names it.</param>
    /// <param name="record">The one that they belong to, where it is one.</param>
    public async Task<IActionResult> Answer<T>(HttpContext context, Database db, string act, string table, IQueryable<T> rows, Func<T, IEnumerable<string?>> cells, Guid? record = null)
    {
        var stop = context.RequestAborted;
        await db.Recorded(act, table, record, await rows.CountAsync(stop), AuditOutcomes.Seen, stop);
        await Write(context, rows.AsAsyncEnumerable(), cells);
        return new EmptyResult();
    }

    public Task Write<T>(HttpContext context, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> cells) =>
        context.Request.Query[Parameter] == Workbook ? WriteWorkbook(context, rows, cells) : WriteCsv(context, rows, cells);

    private async Task WriteCsv<T>(HttpContext context, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> cells)
    {
        var stop = context.RequestAborted;
        Say(context.Response, "text/csv; charset=utf-8", "csv");
        await context.Response.WriteAsync((hasMark ? "\uFEFF" : "") + CsvRow.Of(heading), Encoding.UTF8, stop);
        await foreach (var row in rows.WithCancellation(stop)) await context.Response.WriteAsync(CsvRow.Of(cells(row)), Encoding.UTF8, stop);
    }

    private async Task WriteWorkbook<T>(HttpContext context, IAsyncEnumerable<T> rows, Func<T, IEnumerable<string?>> cells)
    {
        var stop = context.RequestAborted;
        Say(context.Response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook);
        using var writer = await XlsxWriter.Begin(context.Response.Body, heading, stop);
        await foreach (var row in rows.WithCancellation(stop)) await writer.Row(cells(row), stop);
        await writer.End(stop);
    }

    private void Say(HttpResponse response, string type, string ending)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{name}.{ending}" }.ToString();
    }
}
