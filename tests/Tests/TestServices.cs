using System.Collections.Concurrent;
using Amparo.Web;

namespace Amparo.Tests;

/// <summary>The modules over a database, without a server.</summary>
internal static class TestServices
{
    public static ServiceProvider Over(Engine engine, string folder) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddKernel(engine, new(folder)).AddModules().LoadOnce().BuildServiceProvider();

    private static readonly ConcurrentDictionary<Type, Lazy<object>> Loaded = new();

    /// <summary>What is loaded once and never changed, all hosts of this process share: each would read the same files for half a second.</summary>
    public static IServiceCollection LoadOnce(this IServiceCollection services)
    {
        foreach (var type in new[] { typeof(Gazetteer), typeof(CountryShapes), typeof(BreachedPasswords), typeof(Texts) })
        {
            if (services.LastOrDefault(s => s.ServiceType == type) is not { ImplementationFactory: { } load } own) continue;
            services.Remove(own);
            services.AddSingleton(type, p => Loaded.GetOrAdd(type, _ => new(() => load(p))).Value);
        }
        return services;
    }

    public static IReadOnlyList<Module> Modules()
    {
        using var services = Over(Engine.From("Host=none", "."), ".");
        return [.. services.GetServices<Module>()];
    }
}
