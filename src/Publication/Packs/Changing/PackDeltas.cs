namespace Amparo.Publication;

/// <summary>
/// Deltas from the pack that was current at the end of each of the last thirty days. One is made when somebody first asks for it,
/// kept while its new pack is the current one, and left out where it would be larger than half of the pack.
/// </summary>
public sealed class PackDeltas(PackStore store) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _useless = [];

    /// <summary>The name of its file in the store; null where the whole pack is to be fetched.</summary>
    public async Task<string?> From(string name, string id, CancellationToken stop)
    {
        if (store.Catalogue[name] is not { } row || id == row.Id || row.Days.Values.FirstOrDefault(d => d.Id == id) is not { } old) return null;
        var file = $"{id}-to-{row.Id}";
        if (File.Exists(store.PathOf(file))) return file;
        await _one.WaitAsync(stop);
        try
        {
            if (File.Exists(store.PathOf(file))) return file;
            if (_useless.Contains(file) || !File.Exists(store.PathOf(old.File))) return null;
            if (Made(old.File, row.File) is { } delta && delta.Length <= row.FileSize / 2) return store.Put(delta, file);
            if (_useless.Count > 10_000) _useless.Clear();
            _useless.Add(file);
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    // A pack that another version of the program folded is fetched whole.
    private byte[]? Made(string old, string now)
    {
        try
        {
            return PackDelta.Make(Read(old), Read(now));
        }
        catch (PackBroken)
        {
            return null;
        }
    }

    private Pack Read(string file) => Pack.Open(File.ReadAllBytes(store.PathOf(file)));

    public void Dispose() => _one.Dispose();
}
