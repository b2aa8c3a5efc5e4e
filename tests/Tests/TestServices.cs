using Amparo.Web;

namespace Amparo.Tests;

/// <summary>The modules over a database, without a server.</summary>
internal static class TestServices
{
    public static ServiceProvider Over(Engine engine, string folder) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddKernel(engine, new(folder)).AddModules().BuildServiceProvider();

    public static IReadOnlyList<Module> Modules()
    {
        using var services = Over(Engine.From("Host=none", "."), ".");
        return [.. services.GetServices<Module>()];
    }
}
