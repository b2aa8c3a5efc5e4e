using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Publication;

public static class PublicationSetup
{
    /// <summary>Whoever registers a <see cref="SearcherFactory"/> besides gives every edition its search.</summary>
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddSingleton<CurrentEdition>()
        .AddSingleton<EditionStore>()
        .AddSingleton(p => new KeyFolder(p.GetRequiredService<DataFolder>().Keys))
        .AddSingleton<EditionBuilder>()
        .AddSingleton(p => new EditionLoader(p.GetRequiredService<EditionStore>(), p.GetRequiredService<KeyFolder>(), p.GetService<SearcherFactory>()));
}
