namespace Amparo.Publication;

/// <summary>Old editions go after thirty days, and with them the files that no other edition holds.</summary>
internal static class Retention
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private const int KeptAtLeast = 2;

    /// <summary>The caller holds <see cref="EditionStore.TryLock"/>, so nothing is half-way written.</summary>
    /// <returns>How many editions went.</returns>
    public static int Sweep(EditionStore store, DateTimeOffset now)
    {
        if (store.CurrentVersion() is not { } current) return 0;
        var old = store.Versions().Where(v => v < current).Skip(KeptAtLeast - 1).Reverse().TakeWhile(v => IsOld(store, v, now)).ToList();
        return old.Count == 0 ? 0 : Delete(store, old);
    }

    // Also where no old edition is left: a crash may have left objects of one.
    public static void KeepOnlyCurrent(EditionStore store)
    {
        if (store.CurrentVersion() is { } current) Delete(store, [.. store.Versions().Where(v => v != current)]);
    }

    private static int Delete(EditionStore store, List<long> old)
    {
        var held = HeldByOthers(store, old);
        // First the envelopes, then the objects: a crash in between leaves objects without an edition, never the other way.
        foreach (var version in old) Directory.Delete(store.FolderOf(version), recursive: true);
        if (!Directory.Exists(store.Objects)) return old.Count;
        foreach (var file in Directory.EnumerateFiles(store.Objects, "*", SearchOption.AllDirectories))
            if (!held.Contains(Path.GetFileName(file))) File.Delete(file);
        return old.Count;
    }

    private static bool IsOld(EditionStore store, long version, DateTimeOffset now)
    {
        try
        {
            return store.ReadEnvelope(version).MadeAt < now - Kept;
        }
        catch (EditionDamaged)
        {
            return true;
        }
    }

    private static HashSet<string> HeldByOthers(EditionStore store, List<long> old)
    {
        var held = new HashSet<string>();
        foreach (var version in store.Versions().Except(old))
        {
            try
            {
                held.UnionWith(store.ReadEnvelope(version).Files.Select(f => f.Sha256));
            }
            catch (EditionDamaged)
            {
                // Nobody can open it any more, so it holds nothing back.
                continue;
            }
        }
        return held;
    }
}
