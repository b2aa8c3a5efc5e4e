using System.Security.Cryptography;
using Amparo.Public.Hsds;
using Amparo.Publication;

namespace Amparo.Public.Feeds;

/// <summary>
/// The whole edition as one file, written when somebody asks, once for an edition and as long as it is true: what a hundred
/// people fetch is made once, and memory stays flat however many entries there are.
/// </summary>
internal sealed class KeptFiles(CurrentEdition current, Catalogues catalogues, TimeProvider clock) : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"amparo-files-{Guid.CreateVersion7():N}");
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, KeptFile> _kept = [];

    /// <summary>The file, opened; null where no edition is there.</summary>
    /// <param name="write">Catalogue, moment, where to, a folder for what it needs meanwhile.</param>
    public async Task<OpenedFile?> Open(string name, Func<Catalogue, Moment, Stream, string, CancellationToken, Task> write, CancellationToken stop)
    {
        if (current.Now is not { } edition) return null;
        await _one.WaitAsync(stop);
        try
        {
            var now = clock.GetUtcNow();
            if (!_kept.TryGetValue(name, out var file) || !ReferenceEquals(file.Edition, edition.Info) || now >= file.GoodUntil)
            {
                var old = file;
                _kept[name] = file = await Make(name, catalogues.Of(edition), now, write, stop);
                if (old is not null) File.Delete(old.Path);
            }
            // Who reads the old one reads it to the end: it is opened before it can be replaced.
            return new(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true), file.ETag, file.GoodUntil);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<KeptFile> Make(string name, Catalogue catalogue, DateTimeOffset now, Func<Catalogue, Moment, Stream, string, CancellationToken, Task> write, CancellationToken stop)
    {
        Directory.CreateDirectory(_folder);
        var moment = new Moment(now);
        moment.Until(catalogue.NextGone(now));
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.{name}");
        try
        {
            await using (var file = File.Create(path)) await write(catalogue, moment, file, path + ".parts", stop);
            await using var written = File.OpenRead(path);
            var hash = await SHA256.HashDataAsync(written, stop);
            return new(path, $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"", moment.GoodUntil, catalogue.Edition.Info);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        _one.Dispose();
    }

    private sealed record KeptFile(string Path, string ETag, DateTimeOffset GoodUntil, EditionInfo Edition);
}

internal sealed record OpenedFile(Stream Stream, string ETag, DateTimeOffset GoodUntil);
