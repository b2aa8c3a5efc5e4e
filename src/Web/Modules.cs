using Amparo.Places;

namespace Amparo.Web;

/// <summary>The one list of modules: the server, the command line, the tools and the tests all run these.</summary>
public static class Modules
{
    public static IServiceCollection AddModules(this IServiceCollection services) => services
        .AddModule<PlacesModule>();
}
