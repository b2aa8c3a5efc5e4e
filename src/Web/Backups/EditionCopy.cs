using Amparo.Publication;

namespace Amparo.Web.Backups;

/// <summary>The editions and what is needed to trust them; no private key.</summary>
internal static class EditionCopy
{
    private static readonly string[] PublicKeys = ["root.public", "publishing.certificate", "audit.public"];

    /// <summary>What was given out, and how often; packs themselves are made anew.</summary>
    private static readonly string[] GivenOut = ["given.tsv", "withdrawn.json", "downloads.tsv"];

    public static async Task Take(EditionStore store, DataFolder data, string folder, CancellationToken stop)
    {
        if (!Directory.Exists(data.Editions)) return;
        using (await Lock(store, stop)) Copy(data.Editions, Path.Combine(folder, "editions"), name => !name.EndsWith(".lock", StringComparison.Ordinal), stop);
        Copy(data.Keys, Path.Combine(folder, "keys"), PublicKeys.Contains, stop);
        Copy(Path.Combine(data.Path, "packs"), Path.Combine(folder, "packs"), GivenOut.Contains, stop);
    }

    public static void PutBack(string folder, DataFolder data, CancellationToken stop)
    {
        Copy(Path.Combine(folder, "editions"), data.Editions, _ => true, stop);
        Copy(Path.Combine(folder, "keys"), data.Keys, PublicKeys.Contains, stop);
        Copy(Path.Combine(folder, "packs"), Path.Combine(data.Path, "packs"), GivenOut.Contains, stop);
    }

    // While it is held nobody publishes and nothing old is swept away under the copy.
    private static async Task<IDisposable> Lock(EditionStore store, CancellationToken stop)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (store.TryLock() is { } held) return held;
            await Task.Delay(200, stop);
        }
        throw new CommandLine.CannotDo("Another process has been publishing for a minute. Try again when it has ended.");
    }

    private static void Copy(string from, string to, Func<string, bool> wanted, CancellationToken stop)
    {
        if (!Directory.Exists(from)) return;
        DataFolder.Make(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            stop.ThrowIfCancellationRequested();
            if (!wanted(Path.GetFileName(file))) continue;
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: false);
        }
    }
}
