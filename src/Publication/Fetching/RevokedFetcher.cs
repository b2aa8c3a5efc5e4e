using System.Net;
using System.Net.Http.Headers;

namespace Amparo.Publication;

/// <summary>Brings the list of what is revoked, and takes none that is older than one that was ever here: it would give back what was called back.</summary>
internal sealed class RevokedFetcher(PackStore store, KeyFolder keys, HttpClient upstream, PackMemory memory)
{
    private EntityTagHeaderValue? _tag;
    private RevokedList? _known;

    /// <returns>The newest that is known now; null where this server never made one.</returns>
    /// <exception cref="FetchRefused">It is not its publisher's, or older than one that was here.</exception>
    /// <exception cref="FetchCut">The server did not say.</exception>
    public async Task<RevokedList?> Bring(bool isDemonstration, CancellationToken stop)
    {
        _known ??= store.Revoked is { } here ? RevokedList.Checked(here, keys) : null;
        using var request = new HttpRequestMessage(HttpMethod.Get, "packs/revoked");
        if (_tag is not null && _known is not null) request.Headers.IfNoneMatch.Add(_tag);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.StatusCode is HttpStatusCode.NotModified or HttpStatusCode.NotFound) return _known;
        if (answer.StatusCode != HttpStatusCode.OK) throw new FetchCut($"The server does not say what is revoked ({(int)answer.StatusCode}).");
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        Take(await Patiently.ReadAll(body, RevokedList.MostBytes, stop), isDemonstration);
        _tag = answer.Headers.ETag;
        return _known;
    }

    private void Take(byte[] bytes, bool isDemonstration)
    {
        if (RevokedList.Checked(bytes, keys) is not { } list || list.IsDemonstration != isDemonstration) throw new FetchRefused("The list of what is revoked is not one of this installation's publisher.");
        // Whoever stole a key that was called back since could give all of it back.
        if (_known?.Keys.Contains(RevokedList.FingerprintOf(list.Certificate)) == true) throw new FetchRefused("The list of what is revoked was signed by a key that was called back.");
        var newest = memory.Newest(PackMemory.Revoked);
        if (_known is not null && _known.Edition > newest.Edition) newest = new(_known.Edition, _known.MadeAt);
        if (list.Edition < newest.Edition || (list.Edition == newest.Edition && list.MadeAt < newest.MadeAt)) throw new FetchRefused("The server offers an older list of what is revoked than was here already: it would show what was called back since.");
        store.Replace(list);
        memory.Saw(PackMemory.Revoked, new(list.Edition, list.MadeAt));
        _known = list;
    }
}
