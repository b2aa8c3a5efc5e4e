using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amparo.Contracts.Packs;
using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <param name="Made">Packs whose content is new.</param>
/// <param name="Renewed">Packs that were signed anew with the same content.</param>
/// <param name="Kept">Packs of which not a byte changed.</param>
/// <param name="LeftOut">Names of packs that would be too large for a phone.</param>
public sealed record PackRun(int Made, int Renewed, int Kept, IReadOnlyList<string> LeftOut);

/// <summary>
/// Makes packs of an edition that readers see already: no edition ever waits for a pack. A pack whose inputs did not change keeps
/// its bytes for a day; then its manifest is signed anew, so that the addresses that last seven days are never seven days old in a
/// pack that somebody fetches today.
/// </summary>
public sealed class PackBuilder(PackStore store, EditionStore editions, KeyFolder keys, IPackPages pages, IPocketIndex index, IEnumerable<IPackPart> more, Corridors corridors, TimeProvider clock) : IDisposable
{
    /// <summary>A larger country needs packs of its parts, which nobody has asked for yet.</summary>
    public const int MostEntries = 20_000;

    private static readonly TimeSpan Life = TimeSpan.FromDays(30), RenewAfter = TimeSpan.FromHours(24);
    private readonly List<IPackPart> _more = [.. more.OrderBy(p => p.Name, StringComparer.Ordinal)];
    private readonly PackInputs _inputs = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Makes what is missing, one pack after the other. The caller holds <see cref="PackStore.TryLock"/>.</summary>
    /// <param name="between">Called after each pack, so that whoever serves readers on the same machine can let them go first.</param>
    /// <exception cref="KeyRefused">There is no key, or not one for data of this kind.</exception>
    public async Task<PackRun> Build(Edition edition, Func<Task>? between = null, CancellationToken stop = default)
    {
        await _one.WaitAsync(stop);
        try
        {
            return await BuildAlone(edition, between, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<PackRun> BuildAlone(Edition edition, Func<Task>? between, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        using var key = keys.OpenPublishing(now);
        if (key.Certificate.IsDemonstration != edition.Info.IsDemonstration) throw new KeyRefused("The publishing key is for another kind of data than this edition.");
        store.Reload();
        var work = new PackWork(edition, _inputs.Of(edition), key, EditionTimes.MadeAt(now), Checkpoint(edition), Recipe(key.Certificate, edition.Info.MadeAt), store.Withdrawn.Packs.ToHashSet());
        var (run, wanted) = (new Tally(), new HashSet<string>());
        foreach (var language in Languages.All)
            foreach (var countries in Wanted(work.Countries))
            {
                stop.ThrowIfCancellationRequested();
                var name = PackNames.Of(countries, language);
                wanted.Add(name);
                try
                {
                    await Make(work, name, countries, language, run, stop);
                }
                catch (PackTooLarge)
                {
                    run.LeftOut.Add(name);
                    wanted.Remove(name);
                }
                if (between is not null) await between();
            }
        if (store.Catalogue.Packs.Keys.Any(n => !wanted.Contains(n))) store.Replace(store.Catalogue.Without(r => !wanted.Contains(r.Name)));
        store.Sweep();
        return new(run.Made, run.Renewed, run.Kept, run.LeftOut);
    }

    private IEnumerable<IReadOnlyList<string>> Wanted(IReadOnlyDictionary<string, CountryInput> there)
    {
        var single = there.Keys.Where(c => c is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).Order(StringComparer.Ordinal).Select(c => (IReadOnlyList<string>)[c]);
        return single.Concat(corridors.All().Where(c => c.All(there.ContainsKey)));
    }

    private async Task Make(PackWork work, string name, IReadOnlyList<string> countries, string language, Tally run, CancellationToken stop)
    {
        var known = store.Catalogue[name];
        var inputs = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', countries.Select(c => work.Countries[c].Digest).Concat(countries.SelectMany(c => _more.Select(m => m.Mark(c, language)))).Prepend(work.Recipe)))));
        var isSame = known?.Inputs == inputs && File.Exists(store.PathOf(known.File)) && File.Exists(store.PathOf(known.File + ".br"));
        // One that was called back would be offered for a day and be taken by no phone.
        if (isSame && work.MadeAt < known!.MadeAt + RenewAfter && work.MadeAt >= known.MadeAt && !work.Withdrawn.Contains(known.Id))
        {
            run.Kept++;
            return;
        }
        var places = countries.SelectMany(c => work.Places(c)).ToList();
        if (places.Count > MostEntries) throw new PackTooLarge();
        var (parts, blocks) = isSame ? Again(known!, work.MadeAt) : await Anew(work, countries, language, places, stop);
        var expires = work.MadeAt + Life < work.Key.Certificate.NotAfter ? work.MadeAt + Life : work.Key.Certificate.NotAfter;
        var manifest = new PackManifest(name, countries, language, work.Edition.Info.Version, work.Edition.Info.ContentRoot, work.MadeAt, expires, work.Edition.Info.IsDemonstration, work.Checkpoint, places.Count, parts, work.Key.Certificate, "").SignedBy(work.Key.Key);
        Put(manifest, PackFile.Body(manifest, blocks), inputs, known, places);
        if (isSame) run.Renewed++;
        else run.Made++;
    }

    private void Put(PackManifest manifest, byte[] body, string inputs, PackRow? known, IReadOnlyList<PublicPlace> places)
    {
        var (shared, brotli) = (PackFile.Shared(body), PackFile.Brotli(body));
        var file = store.Put(shared);
        store.Put(brotli, file + ".br");
        var page = manifest.Countries.Count == 1 ? pages.Alone(Pack.Open(shared), shared) : null;
        if (page is not null) store.Put(PackFile.Gzip(page), file + PackStore.PageEnd);
        // Written down before anybody can fetch it: what was given out unknown could not be called back.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var given = new GivenEntries(store.Given);
        foreach (var place in places) given.Add(RevokedList.NameOf(place.Slug), place.Disclosure == Disclosures.Exact, today);
        given.Save(today);
        var days = new SortedDictionary<DateOnly, PackOfDay>((known?.Days ?? new Dictionary<DateOnly, PackOfDay>()).Where(d => d.Key >= today.AddDays(-PackStore.DaysKept)).ToDictionary()) { [today] = new(manifest.Id, file) };
        store.Replace(store.Catalogue.With(new(manifest.Name, manifest.Countries, manifest.Language, manifest.Id, manifest.Edition, manifest.MadeAt, manifest.ExpiresAt, manifest.Entries, file, shared.Length, brotli.Length, page?.Length, inputs, days)));
    }

    /// <summary>The parts of a pack as they are, with their ends counted from now.</summary>
    private (List<PackPart>, IReadOnlyList<PackBlock>) Again(PackRow known, DateTimeOffset madeAt)
    {
        var body = PackFile.Open(File.ReadAllBytes(store.PathOf(known.File)));
        var (line, at) = PackFile.Line(body);
        var before = PackManifest.Read(line);
        return ([.. before.Parts.Select(p => p.ExpiresAt is { } end ? p with { ExpiresAt = madeAt + (end - before.MadeAt) } : p)], PackFile.Blocks(body, at));
    }

    private async Task<(List<PackPart>, IReadOnlyList<PackBlock>)> Anew(PackWork work, IReadOnlyList<string> countries, string language, IReadOnlyList<PublicPlace> places, CancellationToken stop)
    {
        var drawn = new List<IReadOnlyList<PackLines>>();
        foreach (var country in countries) drawn.Add(countries.Count > 1 && Drawn(country, language) is { } there ? there : await Draw(work, country, language, stop));
        var (parts, blocks) = (new List<PackPart>(), new List<PackBlock>());
        for (var i = 0; i < drawn[0].Count; i++)
        {
            var one = drawn[0][i];
            IReadOnlyList<string> lines = one.IsShared || drawn.Count == 1 ? one.Lines : [.. drawn.SelectMany(d => d[i].Lines)];
            var raw = Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
            Add(one.Name, raw, lines.Count, one.Life, PackBlock.Folded, Folding.Fold(lines));
        }
        var bytes = work.Index(countries, () => index.Write([.. places.Select(ShortLived.Coarse)], [.. countries]));
        Add(PackParts.Index, bytes, 0, null, PackBlock.Plain, bytes);
        return (parts, blocks);

        void Add(string name, byte[] raw, int records, TimeSpan? life, string how, byte[] packed)
        {
            parts.Add(new(name, Convert.ToHexStringLower(SHA256.HashData(raw)), raw.Length, records, work.MadeAt + life));
            blocks.Add(new(name, how, packed));
        }
    }

    private async Task<IReadOnlyList<PackLines>> Draw(PackWork work, string country, string language, CancellationToken stop)
    {
        var lines = await pages.Draw(work.Edition, country, language, [.. work.Places(country)], stop);
        return [.. lines, .. _more.Select(m => new PackLines(m.Name, m.Lines(country, language)))];
    }

    /// <summary>What the pack of the one country, which was made a moment ago, holds: no page is drawn twice.</summary>
    private List<PackLines>? Drawn(string country, string language)
    {
        if (store.Catalogue[PackNames.Of([country], language)] is not { } row || !File.Exists(store.PathOf(row.File))) return null;
        var pack = Pack.Open(File.ReadAllBytes(store.PathOf(row.File)));
        return [.. pack.Manifest.Parts.Where(p => p.Name != PackParts.Index).Select(p => new PackLines(p.Name, [.. pack.Lines(p.Name).Select(l => string.Join('\t', l))], p.ExpiresAt - pack.Manifest.MadeAt, p.Name == PackParts.Words))];
    }

    // The month, since exceptions of the calendar are drawn some weeks ahead; the key, since another one must sign.
    private string Recipe(Certificate certificate, DateTimeOffset month) =>
        string.Join('\n', PackManifest.FormatName, pages.Recipe, index.Recipe, month.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture), certificate.PublicKey, string.Join(',', _more.Select(m => m.Name)));

    private string? Checkpoint(Edition edition)
    {
        try
        {
            return editions.CheckpointOf(edition.Info.Version);
        }
        catch (EditionDamaged)
        {
            return null; // said by ./amparo verify
        }
    }

    public void Dispose() => _one.Dispose();

    private sealed class Tally
    {
        public int Made, Renewed, Kept;
        public List<string> LeftOut { get; } = [];
    }
}

/// <summary>What all packs of one run have in common.</summary>
internal sealed record PackWork(Edition Edition, IReadOnlyDictionary<string, CountryInput> Countries, PublishingKey Key, DateTimeOffset MadeAt, string? Checkpoint, string Recipe, IReadOnlySet<string> Withdrawn)
{
    private readonly Dictionary<string, byte[]> _indexes = [];

    /// <summary>The index of the same countries, which is the same in every language: made once, some hundred kilobytes each.</summary>
    public byte[] Index(IReadOnlyList<string> countries, Func<byte[]> write)
    {
        var name = string.Join('-', countries);
        if (!_indexes.TryGetValue(name, out var known)) _indexes.Add(name, known = write());
        return known;
    }

    /// <summary>The entries of a country that readers see, in the order of the pack: neighbours are alike, which makes it small.</summary>
    public IEnumerable<PublicPlace> Places(string country) => Countries[country].Ids.Select(Edition.ById).OfType<PublicPlace>()
        .OrderBy(p => p.Kind, StringComparer.Ordinal).ThenBy(p => p.Locality, StringComparer.Ordinal).ThenBy(p => p.Id);
}
