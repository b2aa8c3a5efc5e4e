using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Public;

/// <summary>The readers' side: pages, interfaces and feeds over the current edition.</summary>
public static class PublicSite
{
    public static IServiceCollection AddPublicSite(this IServiceCollection services) => services;

    /// <summary>Answers from rendered bytes where it has them.</summary>
    public static IApplicationBuilder UsePublicCache(this IApplicationBuilder app) => app;

    public static WebApplication MapPublicSite(this WebApplication app) => app;
}
