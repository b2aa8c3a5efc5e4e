using System.Collections.Concurrent;
using Amparo.Public.Serving;
using Amparo.Publication;

namespace Amparo.Public.App;

/// <summary>The pages around each pack, made once for each pack and program: a hundred phones may ask within a minute.</summary>
internal sealed class KeptShells(PackStore store, CurrentEdition current, ShellPages pages) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<string, (string Pack, PackedFile File)> _kept = new();

    /// <summary>Null where there is no such pack.</summary>
    public async Task<PackedFile?> Of(string name, CancellationToken stop)
    {
        if (store.Catalogue[name] is not { } row || current.Now is not { } edition) return null;
        if (Known(row) is { } known) return known;
        await _one.WaitAsync(stop);
        try
        {
            if (Known(row) is { } meanwhile) return meanwhile;
            var sample = edition.Places().FirstOrDefault(p => row.Countries.Contains(p.Country))?.Slug;
            var file = new PackedFile(await pages.Of(row.Language, row.Countries, sample, stop), "application/json; charset=utf-8");
            _kept[name] = (row.Id, file);
            return file;
        }
        finally
        {
            _one.Release();
        }
    }

    private PackedFile? Known(PackRow row) => _kept.TryGetValue(row.Name, out var kept) && kept.Pack == row.Id ? kept.File : null;

    public void Dispose() => _one.Dispose();
}
