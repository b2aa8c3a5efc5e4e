using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Amparo.Public.Serving;

/// <summary>
/// How often one address may send a form, and whether it says the same of one place twice. No address is kept: it is known for
/// ten minutes by an HMAC under a key that lives in this process only and is then thrown away. Many people share one address in a
/// shelter, so the limit is wide; and a whole town shares one at a telephone company, so nothing is known of it for longer.
/// </summary>
internal sealed class SendLimits(TimeProvider clock) : IDisposable
{
    public const int Sends = 20;
    private const int MostAddresses = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _turning = new();
    private readonly Dictionary<string, int> _sent = [];
    private readonly Dictionary<string, string> _said = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>Counts one form; false where the address sent too many.</summary>
    public bool MaySend(HttpContext context, int most = Sends)
    {
        lock (_turning)
        {
            Turn();
            var name = Name(NetworkName.Of(context));
            if (_sent.Count >= MostAddresses && !_sent.ContainsKey(name)) return false;
            _sent[name] = _sent.GetValueOrDefault(name) + 1;
            return _sent[name] <= most;
        }
    }

    /// <summary>
    /// Whether another form from this address said the same in these minutes: one person who sends twice, or a group before the
    /// same closed door, is one voice. Whoever waits, or takes another connection, is not known again: that is the price of keeping nothing.
    /// </summary>
    /// <param name="what">What was said, of which place.</param>
    /// <param name="form">The key of the form: the same form sent again is no other.</param>
    public bool IsEcho(HttpContext context, string what, string form)
    {
        lock (_turning)
        {
            Turn();
            var (name, by) = (Name($"{what}|{NetworkName.Of(context)}"), Name(form));
            if (_said.TryGetValue(name, out var first)) return first != by;
            // In a flood no voice is a second one.
            if (_said.Count >= MostAddresses) return true;
            _said[name] = by;
            return false;
        }
    }

    private void Turn()
    {
        var now = clock.GetUtcNow();
        if (now >= _until) (_key, _until) = (Forget(), now + Window);
    }

    private string Name(string of) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(of)));

    private byte[] Forget()
    {
        _sent.Clear();
        _said.Clear();
        CryptographicOperations.ZeroMemory(_key);
        return RandomNumberGenerator.GetBytes(32);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);
}
