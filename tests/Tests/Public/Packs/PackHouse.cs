using Amparo.Contracts.Places;
using Amparo.Public.Packs;
using Amparo.Publication;

namespace Amparo.Tests.Public.Packs;

/// <summary>A site with keys, whose packs are made when a test says so.</summary>
internal sealed class PackHouse : IDisposable
{
    /// <param name="towns">Those that server and packs know; null: the server knows all, and the packs none.</param>
    public PackHouse(bool isDemonstration = true, Gazetteer? towns = null)
    {
        Readers = new(services =>
        {
            if (towns is not null) services.AddSingleton(towns);
            else services.AddSingleton<IPocketIndex>(p => new WithoutTowns(new(p.GetRequiredService<Gazetteer>())));
        });
        Readers.Services.GetRequiredService<KeyFolder>().Init(isDemonstration, null, Readers.Clock.Now.AddDays(-1));
        Edition = ReaderPlaces.Edition(isDemonstration);
        Readers.Show(Edition);
    }

    // Towns are most of an index, and packing them most of the work: what is held about them is held where the search is tested.
    public Readers Readers { get; }
    public Edition Edition { get; private set; }
    public PackStore Store => Of<PackStore>();
    public DateTimeOffset Now => Readers.Clock.Now;

    public T Of<T>() where T : notnull => Readers.Services.GetRequiredService<T>();

    public async Task<PackRun> Build()
    {
        Of<Revoking>().Revoke(Edition);
        var run = await Of<PackBuilder>().Build(Edition);
        Of<Revoking>().Revoke(Edition);
        return run;
    }

    // Of the version that the site's own publisher made of its empty database: it would put that in the place of another one.
    public void Show(IEnumerable<PublicPlace> places, long version = 1, bool isDemonstration = true) => Readers.Show(Edition = ReaderPlaces.Edition(isDemonstration, places, version));

    public void Show(Edition edition) => Readers.Show(Edition = edition);

    public byte[] File(string name) => System.IO.File.ReadAllBytes(Store.PathOf(Store.Catalogue[name]!.File));

    public Pack Pack(string name) => Amparo.Publication.Pack.Open(File(name));

    public RevokedList Revoked() => RevokedList.Checked(Store.Revoked!.Value, Of<KeyFolder>())!;

    /// <summary>By slug, the cells of its lines in each part that has one for every entry.</summary>
    public static Dictionary<string, (string[] Centre, string[] Live, string[] Where)> Entries(Pack pack) => pack.Lines(PackParts.Centres)
        .Zip(pack.Lines(PackParts.Live), pack.Lines(PackParts.Where)).ToDictionary(e => PackSlug.Whole(e.First[1], System.Net.WebUtility.HtmlDecode(e.First[0])));

    public void Dispose() => Readers.Dispose();

    private sealed class WithoutTowns(PocketIndex index) : IPocketIndex
    {
        public string Recipe => "without towns";

        public byte[] Write(IReadOnlyList<PublicPlace> places, IReadOnlyCollection<string> countries) => index.Write(places, []);
    }
}
