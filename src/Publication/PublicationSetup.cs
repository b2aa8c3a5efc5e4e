using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Publication;

public static class PublicationSetup
{
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddSingleton<CurrentEdition>();
}
