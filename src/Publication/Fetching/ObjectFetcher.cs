using System.Security.Cryptography;

namespace Amparo.Publication;

/// <summary>
/// Brings one file of an edition. What arrived before the line broke is kept and gone on with; it becomes a file of the edition
/// only when it is as long as the envelope says and has its hash.
/// </summary>
internal sealed class ObjectFetcher(EditionStore store, HttpClient upstream)
{
    private string Folder => Path.Combine(store.Folder, "incoming");

    /// <exception cref="FetchRefused">What came is not what was signed.</exception>
    /// <exception cref="FetchCut">It did not come whole.</exception>
    public async Task Bring(EditionFile file, CancellationToken stop)
    {
        var part = Path.Combine(Folder, file.Sha256);
        await Resuming.Bring(upstream, $"editions/objects/{file.Sha256}", file.Name, part, file.Size, stop);
        if (await HashOf(part, stop) != file.Sha256)
        {
            // From nothing the next time: no byte of it can be believed.
            File.Delete(part);
            throw new FetchRefused($"The file {file.Name} that the server sent is not what was signed.");
        }
        var place = store.ObjectOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(part, place, overwrite: true);
    }

    /// <summary>What was begun for editions that are over.</summary>
    public void Forget()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> HashOf(string path, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
