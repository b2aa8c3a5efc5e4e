using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Publication;

public static class PublicationSetup
{
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddSingleton<CurrentEdition>()
        .AddSingleton<EditionStore>()
        .AddSingleton(p => new KeyFolder(p.GetRequiredService<DataFolder>().Keys))
        .AddSingleton<EditionBuilder>()
        .AddSingleton(p => new EditionLoader(p.GetRequiredService<EditionStore>(), p.GetRequiredService<KeyFolder>(), p.GetRequiredService<SearcherFactory>()))
        .AddSingleton<SearcherFactory>(p => (edition, previous, changed) => SearcherOf(p.GetRequiredService<Gazetteer>(), edition, previous, changed));

    // An edition with few changes gets an index that shares all but those: at a hundred thousand entries a new one takes seconds.
    private static SearchIndex SearcherOf(Gazetteer gazetteer, Edition edition, Edition? previous, IReadOnlySet<int>? changed) =>
        previous?.Searcher is SearchIndex before && changed is not null
            ? before.WithShards(id => changed.Contains(Shards.Of(id)), edition.PlacesIn(changed), edition.ById)
            : SearchIndex.Build(edition.Places(), edition.ById, gazetteer);
}
