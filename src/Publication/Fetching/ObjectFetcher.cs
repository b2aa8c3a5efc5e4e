using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>
/// Brings one file of an edition. What arrived before the line broke is kept and gone on with; it becomes a file of the edition
/// only when it is as long as the envelope says and has its hash.
/// </summary>
internal sealed class ObjectFetcher(EditionStore store, HttpClient upstream)
{
    private string Folder => Path.Combine(store.Folder, "incoming");

    /// <exception cref="FetchRefused">What came is not what was signed.</exception>
    /// <exception cref="FetchCut">It did not come whole.</exception>
    public async Task Bring(EditionFile file, CancellationToken stop)
    {
        Directory.CreateDirectory(Folder);
        var part = Path.Combine(Folder, file.Sha256);
        await using (var into = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, useAsync: true))
        {
            if (into.Length > file.Size) into.SetLength(0);
            if (into.Length < file.Size) await Receive(file, into, stop);
            into.Flush(flushToDisk: true);
            if (into.Length < file.Size) throw new FetchCut("The line to the server broke.");
            into.Position = 0;
            if (into.Length != file.Size || Convert.ToHexStringLower(await SHA256.HashDataAsync(into, stop)) != file.Sha256)
            {
                // From nothing the next time: no byte of it can be believed.
                into.SetLength(0);
                throw new FetchRefused($"The file {file.Name} that the server sent is not what was signed.");
            }
        }
        var place = store.ObjectOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(part, place, overwrite: true);
    }

    /// <summary>What was begun for editions that are over.</summary>
    public void Forget()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private async Task Receive(EditionFile file, FileStream into, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"editions/objects/{file.Sha256}");
        if (into.Length > 0) request.Headers.Range = new RangeHeaderValue(into.Length, null);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.StatusCode == HttpStatusCode.PartialContent && answer.Content.Headers.ContentRange?.From == into.Length) into.Position = into.Length;
        else if (answer.StatusCode == HttpStatusCode.OK) into.SetLength(0);
        // Not there any more: the server has a newer edition, which the next try asks for.
        else throw new FetchCut($"The server did not give the file {file.Name} ({(int)answer.StatusCode}).");

        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var some = new byte[64 * 1024];
        try
        {
            while (await Patiently.Read(body, some, stop) is > 0 and var read)
            {
                if (into.Position + read > file.Size)
                {
                    into.SetLength(0);
                    throw new FetchRefused($"The server sends more for the file {file.Name} than was signed.");
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
