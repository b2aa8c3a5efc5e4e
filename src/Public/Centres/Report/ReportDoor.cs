using System.Text.Json;
using Amparo.Contracts.Publication;
using Amparo.Public.Serving;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Centres.Report;

/// <summary>By which every report comes in, from a page and from a hub's copy.</summary>
internal static class ReportDoor
{
    private const string Closed = "closed";

    /// <exception cref="InboxConflict">The key came before with other words.</exception>
    public static async Task Report(this IInbox inbox, PlaceReport said, string key, SendLimits limits, HttpContext context, CancellationToken stop)
    {
        // Two who say "closed" put a doubt before everybody: the same hand twice must not.
        var report = said with { IsEcho = said.What == Closed && (said.IsEcho || limits.IsEcho(context, $"{Closed} {said.Place}", key)) };
        try
        {
            await Put(inbox, report, key, stop);
        }
        catch (InboxConflict)
        {
            // The same form sent again is the same, whatever is remembered of its connection by then.
            await Put(inbox, report with { IsEcho = !report.IsEcho }, key, stop);
        }
    }

    private static Task Put(IInbox inbox, PlaceReport report, string key, CancellationToken stop) =>
        inbox.Put(PlaceReport.Kind, key, JsonSerializer.Serialize(report, CompactJson.Options), stop);
}
