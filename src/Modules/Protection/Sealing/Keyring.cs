using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Amparo.Protection.Sealing;

/// <summary>
/// The rings of whoever sits at this session, opened as they are needed and zeroed when the request ends: between two requests
/// nothing in this process opens anything.
/// </summary>
internal sealed class Keyring(Database db, AccountKeys keys, CurrentUser who, IHttpContextAccessor http) : IDisposable
{
    private readonly Dictionary<Guid, byte[]> _open = [];
    private byte[]? _own;
    private bool _asked;

    /// <summary>Whether this sign-in opens the account's own key at all.</summary>
    public async Task<bool> IsOpen(CancellationToken stop) => await Own(stop) is not null;

    /// <summary>The private half of a ring; null where it was not shared with this person, or for a key that she no longer has.</summary>
    public async Task<byte[]?> Of(Guid ring, CancellationToken stop)
    {
        if (_open.TryGetValue(ring, out var known)) return known;
        if (await Own(stop) is not { } own || who.Id is not { } me) return null;
        var share = await db.Set<RingShare>().AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == me && s.RingId == ring, stop);
        if (share?.Open(own) is not { } key) return null;
        return _open[ring] = key;
    }

    private async Task<byte[]?> Own(CancellationToken stop)
    {
        if (_asked) return _own;
        _asked = true;
        if (who.Session is not { } session || http.HttpContext is not { } context || SessionCookie.Of(context.Request) is not { } token) return null;
        return _own = await keys.OfSession(session.SessionId, token, stop);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_own);
        foreach (var key in _open.Values) CryptographicOperations.ZeroMemory(key);
        _open.Clear();
    }
}
