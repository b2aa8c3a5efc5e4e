namespace Amparo.Public.Serving;

/// <summary>
/// Whether an address was asked for a little while ago. What one person searches for is mostly never asked again: kept at
/// once it would push out the pages that thousands read. Holds hashes and nothing that could be read.
/// </summary>
internal sealed class AskedBefore
{
    private const int Places = 8192;
    private readonly int[] _lately = new int[Places];

    /// <summary>False the first time, true from the second on, until others took its place.</summary>
    public bool Is(string address)
    {
        var hash = address.GetHashCode() | 1;
        return Interlocked.Exchange(ref _lately[(uint)hash / 2 % Places], hash) == hash;
    }
}
