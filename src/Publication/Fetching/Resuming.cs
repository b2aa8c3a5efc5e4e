using System.Net;
using System.Net.Http.Headers;

namespace Amparo.Publication;

/// <summary>
/// Brings the bytes of one file into a file of their own, and goes on there where the line broke before. Nothing of it is believed
/// yet: who calls looks at it before it becomes what readers get.
/// </summary>
internal static class Resuming
{
    /// <param name="address">Below the base address of the server.</param>
    /// <param name="name">What troubles call it.</param>
    /// <param name="part">Where it is gathered; it stays there when the line breaks.</param>
    /// <param name="size">How long it shall be.</param>
    /// <exception cref="FetchRefused">More comes than that.</exception>
    /// <exception cref="FetchCut">It did not come whole.</exception>
    public static async Task Bring(HttpClient upstream, string address, string name, string part, long size, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        await using var into = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, useAsync: true);
        if (into.Length > size) into.SetLength(0);
        if (into.Length < size) await Receive(upstream, address, name, into, size, stop);
        into.Flush(flushToDisk: true);
        if (into.Length < size) throw new FetchCut("The line to the server broke.");
    }

    private static async Task Receive(HttpClient upstream, string address, string name, FileStream into, long size, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (into.Length > 0) request.Headers.Range = new RangeHeaderValue(into.Length, null);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.StatusCode == HttpStatusCode.PartialContent && answer.Content.Headers.ContentRange?.From == into.Length) into.Position = into.Length;
        else if (answer.StatusCode == HttpStatusCode.OK) into.SetLength(0);
        else
        {
            // What the server has is shorter than what is here: it is another file by now.
            if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) into.SetLength(0);
            // Not there any more: the server has something newer, which the next try asks for.
            throw new FetchCut($"The server did not give the file {name} ({(int)answer.StatusCode}).");
        }

        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var some = new byte[64 * 1024];
        try
        {
            while (await Patiently.Read(body, some, stop) is > 0 and var read)
            {
                if (into.Position + read > size)
                {
                    into.SetLength(0);
                    throw new FetchRefused($"The server sends more for the file {name} than it may be.");
                }
                await into.WriteAsync(some.AsMemory(0, read), stop);
            }
        }
        catch (InvalidDataException e)
        {
            // Packed bytes that end in the middle: what was unpacked until there is kept.
            throw new FetchCut("The line to the server broke.", e);
        }
    }
}
