using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Protection;

public sealed class ProtectionModule : IModule
{
    public static string Name => "protection";

    public static void Add(IServiceCollection services)
    {
    }
}
