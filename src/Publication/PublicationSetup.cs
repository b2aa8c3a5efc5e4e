using Amparo.Contracts.Places;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Publication;

public static class PublicationSetup
{
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddEditions()
        .AddSingleton<EditionBuilder>();

    /// <summary>What it takes to read editions, and nothing that builds one.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services) => services
        .AddSingleton<CurrentEdition>()
        .AddSingleton<EditionStore>()
        .AddSingleton<EditionFiles>()
        .AddSingleton(p => new KeyFolder(p.GetRequiredService<DataFolder>().Keys))
        .AddSingleton<PackStore>()
        .AddSingleton<RecordingStore>()
        .AddSingleton<AudioPacks>()
        .AddSingleton<PackCheck>()
        .AddSingleton<Revoking>()
        .AddSingleton<IPocketIndex, PocketIndex>()
        .AddSingleton<Corridors>()
        .AddSingleton(p => new EditionLoader(p.GetRequiredService<EditionStore>(), p.GetRequiredService<KeyFolder>(), p.GetRequiredService<SearcherFactory>()))
        .AddSingleton<SearcherFactory>(p => (edition, previous, changed) => SearcherOf(p.GetRequiredService<Gazetteer>(), edition, previous, changed));

    // An edition with few changes gets an index that shares all but those: at a hundred thousand entries a new one takes seconds.
    private static SearchIndex SearcherOf(Gazetteer gazetteer, Edition edition, Edition? previous, IReadOnlySet<int>? changed)
    {
        if (previous?.Searcher is not SearchIndex before || changed is null) return SearchIndex.Build(edition.Places(), edition.ById, gazetteer);
        var index = changed.Count == 0 ? before : before.WithShards(id => changed.Contains(Shards.Of(id)), edition.PlacesIn(changed), edition.ById);
        // What a veil was laid over is struck out; what a veil was taken from is put in again.
        var (now, then) = (VeiledIn(edition), VeiledIn(previous));
        return index.With(then.Where(id => !now.Contains(id)).Select(edition.ById).OfType<PublicPlace>().Where(p => !changed.Contains(Shards.Of(p.Id))), now.Where(id => !then.Contains(id)), edition.ById);
    }

    private static IReadOnlySet<Guid> VeiledIn(Edition edition) => (edition.Entries as StoredEntries)?.Veiled ?? new HashSet<Guid>();
}
