using System.Net;
using System.Net.Http.Headers;

namespace Amparo.Publication;

/// <summary>
/// Brings the newest edition of a server to this folder. It trusts the pinned root and nothing that the server says: what is
/// not signed, older or not whole is never current, and the edition that is here stays until the new one is whole.
/// </summary>
/// <param name="upstream">Its base address ends with a slash.</param>
public sealed class EditionFetcher(EditionStore store, KeyFolder keys, HttpClient upstream, FetchMemory memory)
{
    private const int LargestEnvelope = 16 * 1024 * 1024;
    private const int AtOnce = 4;

    private readonly ObjectFetcher _objects = new(store, upstream);
    private EntityTagHeaderValue? _tag;

    /// <returns>Whether a new edition is current now; false where the server has the one that is here.</returns>
    /// <exception cref="FetchRefused">The server offers what must not be shown.</exception>
    /// <exception cref="FetchCut">The line broke.</exception>
    /// <exception cref="FetchNoRoom">The disk is full.</exception>
    public async Task<bool> Fetch(CancellationToken stop)
    {
        try
        {
            if (await Offered(stop) is not { } offered) return false;
            using var alone = store.TryLock() ?? throw new FetchCut("Another process writes into this folder.");
            var missing = offered.Files.Where(f => !store.Holds(f)).DistinctBy(f => f.Sha256).ToList();
            Room.MakeSure(store.Folder, missing.Sum(f => f.Size));
            await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (file, cut) => await _objects.Bring(file, cut));
            store.Commit(offered);
            memory.Saw(offered.Version);
            store.KeepOnlyCurrent();
            _objects.Forget();
            return true;
        }
        catch (IOException e) when (e is not FileNotFoundException && Room.IsFull(e))
        {
            throw new FetchNoRoom(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new FetchCut("The line to the server broke.", e);
        }
    }

    /// <summary>Null where the server has what is here.</summary>
    private async Task<Envelope?> Offered(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "editions/current");
        if (_tag is not null && store.CurrentVersion() is not null) request.Headers.IfNoneMatch.Add(_tag);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.StatusCode == HttpStatusCode.NotModified) return null;
        if (answer.StatusCode != HttpStatusCode.OK) throw new FetchCut($"The server has no edition to give ({(int)answer.StatusCode}).");
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var offered = Read(await Patiently.ReadAll(body, LargestEnvelope, stop));
        var isHere = store.CurrentVersion() == offered.Version && IsSame(offered);
        if (!isHere) Refuse(offered);
        _tag = answer.Headers.ETag;
        return isHere ? null : offered;
    }

    private static Envelope Read(byte[] bytes)
    {
        try
        {
            return EnvelopeReading.Read(bytes);
        }
        catch (EditionDamaged damaged)
        {
            throw new FetchRefused(damaged.Message);
        }
    }

    private void Refuse(Envelope offered)
    {
        using var root = keys.OpenRootPublic();
        if (offered.Wrong(root) is { } wrong) throw new FetchRefused(wrong);
        if (offered.Version < memory.Newest()) throw new FetchRefused($"The server offers edition {offered.Version}, and {memory.Newest()} was here already: going back would show what was withdrawn since.");
        if (offered.Version == memory.Newest() && store.CurrentVersion() == offered.Version) throw new FetchRefused($"The server offers another edition {offered.Version} than the one that is here.");
    }

    private bool IsSame(Envelope offered)
    {
        try
        {
            return store.ReadEnvelope(offered.Version).ToBytes().AsSpan().SequenceEqual(offered.ToBytes());
        }
        catch (EditionDamaged)
        {
            return false;
        }
    }
}
