using Amparo.Web.Serving;

namespace Amparo.Web.CommandLine;

internal sealed class Serve : Verb, ITakesOptions
{
    public override string Name => "serve";
    public override string Summary => "Serves the public site and the console.";
    public override string Help => """
        ./amparo serve [--port N] [--host ADDRESS] [--migrate] [--data DIR]

        Serves on http://127.0.0.1:5080 unless --port or --host say otherwise, and prints one line when it is ready.
        The database must be migrated (./amparo db migrate, or --migrate here). Behind a proxy see docs/operating.md.
        """;

    public IReadOnlyList<string> Options => ["--port", "--host"];
    public IReadOnlyList<string> Switches => ["--migrate"];

    /// <summary>For a host that starts this program itself and listens where it likes.</summary>
    public static async Task<int> AsHosted(string[] settings)
    {
        await Server.Build(WebApplication.CreateBuilder(settings), "127.0.0.1", 0).RunAsync();
        return 0;
    }

    public override async Task<int> Run(Arguments arguments, CancellationToken stop)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(Configuration.Typed(arguments));
        var app = Server.Build(builder, arguments["--host"] ?? "127.0.0.1", arguments.Number("--port", 5080, 0, 65535));
        if (arguments.Has("--migrate")) await As(app.Services, "kernel.migrate", scope => scope.GetRequiredService<Migrator>().Migrate(stop));
        app.Services.GetRequiredService<Publisher>().BeginToLoad();
        await Server.RefuseUnlessReady(app.Services, stop);
        await app.StartAsync(stop);
        foreach (var address in app.Urls) Console.WriteLine($"Amparo is ready on {address}");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
