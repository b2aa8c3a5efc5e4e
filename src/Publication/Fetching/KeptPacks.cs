namespace Amparo.Publication;

/// <summary>The packs that a copy gives on: each was checked before it came here, and goes when it is called back.</summary>
internal sealed class KeptPacks(PackStore store, KeyFolder keys, PackMemory memory)
{
    private RevokedList? _appliedTo;

    public bool Holds(PackOffered offered) => store.Catalogue[offered.Name] is { } row && row.Id == offered.Id && File.Exists(store.PathOf(row.File));

    /// <summary>
    /// The page that opens from the file system is made here; the form by Brotli is not: it costs a small board minutes of each
    /// day, over plain http no browser asks for it, and on a hub's own Wi-Fi a third more bytes are nothing.
    /// </summary>
    public void Put(Pack pack, byte[] file, byte[]? page)
    {
        var (said, name) = (pack.Manifest, store.Put(file));
        if (page is not null) store.Put(PackFile.Gzip(page), name + PackStore.PageEnd);
        // No days: an older pack tells what was withdrawn since, and a box can be carried away. Phones fetch the whole here.
        store.Replace(store.Catalogue.With(new(said.Name, said.Countries, said.Language, said.Id, said.Edition, said.MadeAt, said.ExpiresAt, said.Entries, name, file.Length, null, page?.Length, "", new Dictionary<DateOnly, PackOfDay>())));
        memory.Saw(said.Name, new(said.Edition, said.MadeAt));
    }

    /// <summary>What the server offers no more goes. A server that has just begun has none yet, and takes nothing away by it.</summary>
    public void OnlyThoseOf(IReadOnlyList<PackOffered> offered)
    {
        var names = offered.Select(o => o.Name).ToHashSet();
        if (names.Count > 0) Leave(row => !names.Contains(row.Name));
    }

    /// <summary>Looks at all that lie here by a list that says something new, and once after a start: somebody may have put old ones back.</summary>
    public void CallBack(RevokedList list, DateTimeOffset now)
    {
        if (_appliedTo is { } before && before.Packs.SequenceEqual(list.Packs) && before.Keys.SequenceEqual(list.Keys)) return;
        Leave(row => !MayStay(row, list, now));
        _appliedTo = list;
    }

    private bool MayStay(PackRow row, RevokedList list, DateTimeOffset now)
    {
        using var root = keys.OpenRootPublic();
        try
        {
            var (line, _) = PackFile.Line(PackFile.Open(File.ReadAllBytes(store.PathOf(row.File))));
            var (state, manifest) = PackCheck.Manifest(line, new(now, row.Name, memory.Newest(row.Name).Edition, list.IsDemonstration, list), root);
            return manifest?.Id == row.Id && state is PackState.Good or PackState.AddressesOver or PackState.Expired or PackState.Early;
        }
        catch (Exception e) when (e is PackBroken or IOException)
        {
            return false;
        }
    }

    private void Leave(Func<PackRow, bool> leaves)
    {
        if (store.Catalogue.Packs.Values.Any(leaves)) store.Replace(store.Catalogue.Without(leaves));
    }
}
