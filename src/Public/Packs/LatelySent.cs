using System.Collections.Concurrent;
using Amparo.Publication;

namespace Amparo.Public.Packs;

/// <summary>The files that were sent lately, in memory: what a hundred people fetch in an hour is read once. A file never changes under its name.</summary>
internal sealed class LatelySent(PackStore store)
{
    private const long Most = 12 * 1024 * 1024;
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private long _size;

    public async ValueTask<byte[]> Bytes(string file, CancellationToken stop)
    {
        if (_files.TryGetValue(file, out var known)) return known;
        var bytes = await File.ReadAllBytesAsync(store.PathOf(file), stop);
        if (bytes.LongLength > Most / 4) return bytes;
        if (Interlocked.Add(ref _size, bytes.LongLength) > Most)
        {
            // Full, it begins anew: what is asked for often is back at once.
            _files.Clear();
            Interlocked.Exchange(ref _size, bytes.LongLength);
        }
        _files[file] = bytes;
        return bytes;
    }
}
