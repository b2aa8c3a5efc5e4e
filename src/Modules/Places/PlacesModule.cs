using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Places.Importing;
using Amparo.Places.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Places;

public sealed class PlacesModule : IModule
{
    public static string Name => "places";

    public static IReadOnlyList<PublicView> Views => PublicViews.All;

    public static void Add(IServiceCollection services)
    {
        services.AddOptions<PlacesSettings>().BindConfiguration("Places");
        services.AddSingleton<IEditionPart, ForReaders>();
        services.AddSingleton<IGeography, GazetteerGeography>();
        services.AddScoped<IPlaceImport, Importer>();
    }
}
