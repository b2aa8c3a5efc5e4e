namespace Amparo.Web.CommandLine;

internal static class Configuration
{
    /// <summary>appsettings.json beside the program, then the environment (<c>AMPARO__…</c>), then what was typed.</summary>
    public static IConfiguration For(Arguments arguments) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json")
        .AddEnvironmentVariables()
        .AddInMemoryCollection(Typed(arguments))
        .Build();

    public static IEnumerable<KeyValuePair<string, string?>> Typed(Arguments arguments)
    {
        if (arguments["--data"] is { } data) yield return new("Amparo:Data", data);
    }
}
