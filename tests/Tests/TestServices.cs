using Amparo.Web;

namespace Amparo.Tests;

/// <summary>The modules over a database, without a server.</summary>
internal static class TestServices
{
    public static ServiceProvider Over(Engine engine, string folder) => new ServiceCollection()
        .AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddKernel(engine, new(folder)).AddModules().BuildServiceProvider();
}
