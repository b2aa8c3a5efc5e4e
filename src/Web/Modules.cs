using System.Reflection;
using Amparo.Office;
using Amparo.Places;
using Amparo.Protection;
using Amparo.Public;
using Amparo.Safeguarding;

namespace Amparo.Web;

/// <summary>The one list of modules: the server, the command line, the tools and the tests all run these.</summary>
public static class Modules
{
    public static IServiceCollection AddModules(this IServiceCollection services) => services
        .AddModule<OfficeModule>()
        .AddModule<PlacesModule>()
        .AddModule<SafeguardingModule>()
        .AddModule<ProtectionModule>();

    /// <summary>The assemblies that may hold pages: the readers' side and every module.</summary>
    public static IEnumerable<Assembly> Assemblies => [typeof(PublicSite).Assembly, .. new ServiceCollection().AddModules()
        .Where(s => s.ServiceType == typeof(Kernel.Module)).Select(s => ((Kernel.Module)s.ImplementationInstance!).Assembly)];

    public static void AddPagesOf(this IMvcBuilder pages, IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies) pages.AddApplicationPart(assembly);
    }
}
