using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>
/// How often one address may send a form. No address is kept: it is known for ten minutes by an HMAC under a key that lives
/// in this process only and is then thrown away. Many people share one address in a shelter, so the limit is wide.
/// </summary>
internal sealed class SendLimits(TimeProvider clock) : IDisposable
{
    public const int Sends = 20;
    private const int MostAddresses = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _turning = new();
    private readonly Dictionary<string, int> _sent = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Counts one form; false where the address sent too many.</summary>
    public bool MaySend(HttpContext context, int most = Sends)
    {
        // Whoever holds one IPv6 address holds 2^64 of them.
        var bytes = context.Connection.RemoteIpAddress?.MapToIPv6().GetAddressBytes() ?? [];
        var address = context.Connection.RemoteIpAddress is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? bytes.AsSpan(0, 8) : bytes;
        lock (_turning)
        {
            var now = clock.GetUtcNow();
            if (now >= _until) (_key, _until) = (Forget(), now + Window);
            var name = Convert.ToHexString(HMACSHA256.HashData(_key, address));
            if (_sent.Count >= MostAddresses && !_sent.ContainsKey(name)) return false;
            _sent[name] = _sent.GetValueOrDefault(name) + 1;
            return _sent[name] <= most;
        }
    }

    private byte[] Forget()
    {
        _sent.Clear();
        CryptographicOperations.ZeroMemory(_key);
        return RandomNumberGenerator.GetBytes(32);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
