using System.Net;
using System.Net.Http.Headers;

namespace Amparo.Publication;

/// <param name="Brought">Packs that are new here.</param>
/// <param name="Refused">Names of packs that the server offers and that must not be given on, with why.</param>
/// <param name="Missing">How many the server did not give; the next try asks for them.</param>
public sealed record PacksBrought(int Brought, IReadOnlyList<string> Refused, int Missing);

/// <summary>
/// Brings a server's packs to this folder, so that who has no internet takes them along from a hub. The list of what is revoked
/// comes first; then each pack that differs, which is checked as a phone checks it before anybody here can fetch it. What a server
/// says without a signature only says what to ask for.
/// </summary>
/// <param name="upstream">Its base address ends with a slash.</param>
public sealed class PackFetcher(PackStore store, KeyFolder keys, PackCheck check, IPackPages pages, HttpClient upstream, PackMemory memory, TimeProvider clock)
{
    /// <summary>Twice what the largest pack has that is made. A small board unpacks it in memory.</summary>
    public const long LargestFile = 16 * 1024 * 1024;

    // All packs may take an hour on a slow line, and what is hidden meanwhile must not wait for the last of them.
    private static readonly TimeSpan RevokedEvery = TimeSpan.FromMinutes(1);

    private readonly RevokedFetcher _revoked = new(store, keys, upstream, memory);
    private readonly KeptPacks _kept = new(store, keys, memory);
    private readonly HashSet<PackOffered> _never = [];
    private (EntityTagHeaderValue? Tag, IReadOnlyList<PackOffered> Packs)? _offered;
    private DateTimeOffset _revokedAt;

    private string Incoming => Path.Combine(store.Folder, "incoming");

    /// <param name="isDemonstration">Of the edition that readers see here: real and invented data never stand side by side.</param>
    /// <exception cref="FetchRefused">The server says what must not be believed.</exception>
    /// <exception cref="FetchCut">The line broke.</exception>
    /// <exception cref="FetchNoRoom">The disk is full.</exception>
    public async Task<PacksBrought> Fetch(bool isDemonstration, CancellationToken stop)
    {
        try
        {
            using var alone = store.TryLock() ?? throw new FetchCut("Another process writes into this folder.");
            // What was replaced the last time: whoever was just fetching it has it by now.
            store.Sweep();
            if (await Revoked(isDemonstration, stop) is not { } revoked) return new(0, [], 0);
            var offered = await Offered(stop);
            _kept.OnlyThoseOf(offered);
            return await Bring([.. offered.Where(o => !_kept.Holds(o))], revoked, stop);
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

    private async Task<RevokedList?> Revoked(bool isDemonstration, CancellationToken stop)
    {
        var list = await _revoked.Bring(isDemonstration, stop);
        _revokedAt = clock.GetUtcNow();
        if (list is not null) _kept.CallBack(list, _revokedAt);
        return list;
    }

    private async Task<IReadOnlyList<PackOffered>> Offered(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "packs");
        if (_offered?.Tag is { } tag) request.Headers.IfNoneMatch.Add(tag);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.StatusCode == HttpStatusCode.NotModified && _offered is { } same) return same.Packs;
        if (answer.StatusCode != HttpStatusCode.OK) throw new FetchCut($"The server does not say which packs there are ({(int)answer.StatusCode}).");
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var packs = PackOffered.Read(await Patiently.ReadAll(body, PackOffered.LargestList, stop));
        _offered = (answer.Headers.ETag, packs);
        _never.IntersectWith(packs);
        return packs;
    }

    private async Task<PacksBrought> Bring(IReadOnlyList<PackOffered> missing, RevokedList revoked, CancellationToken stop)
    {
        KeepOnlyBegun(missing);
        var (brought, gone, refused) = (0, 0, new List<string>());
        foreach (var pack in missing)
        {
            if (_never.Contains(pack) || revoked.Packs.Contains(pack.Id)) continue;
            if ((clock.GetUtcNow() - _revokedAt).Duration() > RevokedEvery) revoked = await Revoked(revoked.IsDemonstration, stop) ?? revoked;
            try
            {
                if (pack.Size > LargestFile) throw new FetchRefused("it is larger than a pack may be");
                if (await One(pack, revoked, stop)) brought++;
            }
            catch (FetchRefused why)
            {
                refused.Add($"{pack.Name} ({why.Message})");
            }
            catch (FetchCut)
            {
                // One that this server cannot give at the moment keeps nobody from the others; a broken line ends it all.
                gone++;
            }
        }
        if (gone == 0 && Directory.Exists(Incoming)) Directory.Delete(Incoming, recursive: true);
        return new(brought, refused, gone);
    }

    /// <returns>Whether it is here now; false where it was called back.</returns>
    private async Task<bool> One(PackOffered offered, RevokedList revoked, CancellationToken stop)
    {
        // The file, what is gathered of it, and the page that is made of it.
        Room.MakeSure(store.Folder, offered.Size * 4);
        var part = Path.Combine(Incoming, BegunAs(offered));
        await Resuming.Bring(upstream, $"packs/{offered.Name}.pack", offered.Name, part, offered.Size, stop);
        var file = await File.ReadAllBytesAsync(part, stop);
        File.Delete(part);
        var newest = memory.Newest(offered.Name);
        var verdict = check.File(file, new(clock.GetUtcNow(), offered.Name, newest.Edition, revoked.IsDemonstration, revoked));
        if (verdict.Pack is { HasForgotten: false } pack && !newest.IsNewerThan(new(pack.Manifest.Edition, pack.Manifest.MadeAt)))
        {
            _kept.Put(pack, file, pack.Manifest.Countries.Count == 1 ? pages.Alone(pack, file) : null);
            return true;
        }
        // Torn on the way it may come whole the next time; what was signed otherwise is not fetched again each minute.
        if (verdict.State != PackState.Unreadable) _never.Add(offered);
        if (verdict.State == PackState.Withdrawn) return false;
        throw new FetchRefused(verdict.IsUsable ? "it is older than one that was here, or not whole" : verdict.Code.Replace('_', ' '));
    }

    private void KeepOnlyBegun(IReadOnlyList<PackOffered> missing)
    {
        if (!Directory.Exists(Incoming)) return;
        var begun = missing.Select(BegunAs).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(Incoming).Where(p => !begun.Contains(Path.GetFileName(p)))) File.Delete(path);
    }

    private static string BegunAs(PackOffered offered) => $"{offered.Name}.{offered.Id}";
}
